import { FRAME_MS } from '../../../src/core/pcm';
import { connectionUrl } from '../../../src/recognition/assemblyai/connection-url';
import { VirtualClock } from '../../contracts/virtual-clock';
import { DEFAULT_SETTINGS } from '../../fixtures/default-settings';
import { SessionRecording } from '../../emulator/record';
import { wordErrors } from '../../harness/word-errors';
import { SimulatedNetwork } from '../../simulation/network';
import { CLIPS, record, type Recording } from '../../speech/clips';
import { BYTES_PER_MS, dictate } from '../../speech/dictate';
import { SharedHearing } from '../../speech/shared-hearing';
import type { Part } from '../part';

/** Of each family one, by the name that the service knows. */
const MODELS = ['universal-3-6-pro', 'universal-streaming-english'] as const;
const SAID = ['settings', 'a novel, read by a person', 'a paragraph'];

const SAMPLE_RATE = 16_000;
const LATENCY_MS = 40;
/** Longer than any server takes to end a session. */
const END_MS = 30_000;

/**
 * What the recogniser at the server's end hears of a recording that is sent as it is, and what comes through our
 * session chain: on a virtual clock, each with a recogniser of its own.
 */
export const hearing: Part = {
  seconds: 90,
  async measure({ notes }) {
    const clips = CLIPS.filter(({ name, room }) => room === 'quiet' && SAID.includes(name));
    for (const clip of clips) {
      const recording = await record(clip);
      for (const model of MODELS) {
        const direct = await sentByHand(recording, model);
        const manner = { model, formatTurns: true, endTurnsAtMs: [] };
        const sessions = await dictate(recording.pcm, manner, new SharedHearing(recording), []);
        const ours = sessions.flatMap(({ inserted }) => inserted.map(({ text }) => text));
        const { errors, words } = wordErrors(direct, ours.join(' '));
        notes.add('hearing', clip.name, `${model}: words`, words);
        notes.add('hearing', clip.name, `${model}: others`, errors);
      }
    }
  },
};

/** The text of a session to which someone sends a recording frame by frame, and who does nothing else. */
async function sentByHand(recording: Recording, model: string): Promise<string> {
  const { pcm } = recording;
  const clock = new VirtualClock();
  const shared = new SharedHearing(recording);
  const trouble = { outages: [], faults: [], hiccups: [] };
  const network = new SimulatedNetwork(clock, LATENCY_MS, trouble, SessionRecording, () =>
    shared.create(),
  );
  const recognition = { ...DEFAULT_SETTINGS.recognition, model, formatTurns: true };
  const format = { sampleRate: SAMPLE_RATE, encoding: 'pcm_s16le' } as const;
  const turns = new Map<number, string>();
  const nothing = (): void => undefined;
  const socket = network.open(() => connectionUrl({ ...format, recognition }), 'key', clock, {
    accepts: () => true,
    // A turn's last word on itself counts: the formatted one, where it comes twice.
    didReceive: (text) => {
      const message = JSON.parse(text) as Partial<Record<string, unknown>>;
      if (message['type'] !== 'Turn' || message['end_of_turn'] !== true) return;
      turns.set(Number(message['turn_order']), String(message['transcript']));
    },
    didReceiveBinary: nothing,
    didReceivePong: nothing,
    didClose: nothing,
  });
  while (!socket.isOpen) await clock.advance(FRAME_MS);
  const frameBytes = FRAME_MS * BYTES_PER_MS;
  for (let at = 0; at + frameBytes <= pcm.length; at += frameBytes) {
    socket.send(pcm.subarray(at, at + frameBytes));
    await clock.advance(FRAME_MS);
  }
  socket.send(JSON.stringify({ type: 'Terminate' }));
  await clock.advance(END_MS);
  socket.close();
  return [...turns.values()].join(' ');
}
