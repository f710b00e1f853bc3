// Cues in a window whose loudspeaker is its microphone: what they are, and that no word comes of them.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { after, afterEach, before, describe, test } from 'node:test';
import { EMULATOR_KEY } from '../emulator/emulator';
import { endProcess } from '../harness/processes';
import { SUITE_DEADLINE_MS, until } from '../harness/until';
import { spelledOut } from '../harness/word-errors';
import { type Rig, startRig } from './rig';

const RATE = 16_000;
/** Two fit into the shorter tone of a cue. */
const WINDOW = RATE / 50;
/** Half as loud as a cue is made. */
const AUDIBLE = 0.03;

describe('sound cues', { timeout: SUITE_DEADLINE_MS }, () => {
  let rig: Rig;
  let parec: ChildProcess;
  const pieces: Buffer[] = [];
  before(async () => {
    rig = await startRig({ settings: { 'voiceDictation.soundCues': true } });
    const { env } = rig.microphone;
    parec = spawn(
      'parec',
      ['--raw', '--format=s16le', `--rate=${String(RATE)}`, '--channels=1', '--latency-msec=20'],
      { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    parec.stdout?.on('data', (bytes: Buffer) => pieces.push(bytes));
  });
  after(async () => {
    await endProcess(parec);
    await rig.stop();
  });
  afterEach((context) => rig.afterTest(context));

  /** Resolves when the microphone has heard two tones, this one first, since it was asked. */
  async function untilHeard(first: number, second: number): Promise<void> {
    pieces.length = 0;
    await until(`${String(first)} Hz, then ${String(second)} Hz`, () => {
      const bytes = Buffer.concat(pieces);
      const samples = new Int16Array(Uint8Array.from(bytes).buffer, 0, bytes.length >> 1);
      const [one, two] = [first, second].map((hz) => loudest(hz, samples));
      assert.ok(one !== undefined && two !== undefined);
      const areHeard = one.loudness > AUDIBLE && two.loudness > AUDIBLE;
      return areHeard && one.at < two.at ? true : undefined;
    });
  }

  test('are heard by the microphone, and what is said stands alone', async () => {
    const { window } = rig;
    await rig.serve();
    await window.openDocument('cues.md');
    await window.clickStatus();
    await window.keyInput.fill(EMULATOR_KEY);
    const begun = untilHeard(587, 880);
    await window.keyInput.press('Enter');
    await begun;
    await window.untilStatusText(/^Listening/);
    await rig.say('list');
    await window.untilStatusText(/empty/);
    await rig.screenshot('sound-cues');
    const ended = untilHeard(880, 587);
    await window.clickStatus();
    await ended;
    await window.untilState('off');
    assert.equal(
      spelledOut(await window.savedText('cues.md')),
      spelledOut(rig.fixture('list').text),
    );
  });
});

/** Where a tone is loudest, and how loud, of a loudest possible 1. */
function loudest(hz: number, samples: Int16Array): { loudness: number; at: number } {
  let best = { loudness: 0, at: -1 };
  for (let at = 0; at + WINDOW <= samples.length; at += WINDOW / 2) {
    let [re, im] = [0, 0];
    for (let i = 0; i < WINDOW; i++) {
      const sample = (samples[at + i] ?? 0) / 32_768;
      re += sample * Math.cos((2 * Math.PI * hz * i) / RATE);
      im += sample * Math.sin((2 * Math.PI * hz * i) / RATE);
    }
    const loudness = (2 * Math.hypot(re, im)) / WINDOW;
    if (loudness > best.loudness) best = { loudness, at };
  }
  return best;
}
