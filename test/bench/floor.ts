import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { endProcess } from '../harness/processes';
import { samplesOf } from '../matrix/tone-speech';
import { OnsetClock } from './onset-clock';

/** The quickest recorder there is, by the command line that asks it to be so. */
export const FLOOR = 'parec --latency-msec=10 --rate=16000 --channels=1 --format=s16le --raw';

/** What the microphone has really heard, and when at the earliest anybody could have known. */
export class Floor {
  readonly clock = new OnsetClock();
  /** Called after each piece of sound. */
  onDidHear: () => void = () => undefined;

  private constructor(private readonly recorder: ChildProcess) {
    let odd = Buffer.alloc(0);
    recorder.stdout?.on('data', (chunk: Buffer) => {
      const whole = Buffer.concat([odd, chunk]);
      odd = whole.subarray(whole.length - (whole.length % 2));
      this.clock.push(samplesOf(whole));
      this.onDidHear();
    });
  }

  /** Resolves when it records. */
  static async start(): Promise<Floor> {
    const [program = '', ...args] = FLOOR.split(' ');
    const recorder = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(recorder.stdout, 'data');
    return new Floor(recorder);
  }

  async close(): Promise<void> {
    await endProcess(this.recorder);
  }
}
