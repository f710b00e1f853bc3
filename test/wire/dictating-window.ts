/**
 * An extension host that dictates, for test/wire/crash-recovery.test.ts: real controller, engine and
 * shared storage, and a document that never answers. Tells its parent what happens.
 */
import { DictationController } from '../../src/dictation/controller';
import { createSoxRecorderFactory } from '../../src/audio/start-recorder';
import { createEngine } from '../../src/engine';
import { SharedStorage } from '../../src/ui/shared-storage';
import { systemClock as clock } from '../../src/ui/system-clock';
import { SETTINGS } from '../unit/ui/settings-fixture';
import { silentLog as log } from './audio-support';
import { NO_NAMES } from '../contracts/fake-names';
import { FakeTarget } from '../contracts/fake-target';
import { TOGGLE_KEY } from '../contracts/toggle-key';

const [folder = '', endpoint = '', soxPath = '', apiKey = ''] = process.argv.slice(2);
const nothing = { dispose: () => undefined };
const settings = {
  ...SETTINGS,
  recording: { ...SETTINGS.recording, soxPath },
  recognition: { ...SETTINGS.recognition, endpoint, model: 'universal-3-6-pro' },
};
const shared = new SharedStorage({
  folder,
  clock,
  log,
  settings: { peek: () => settings, onDidChange: () => nothing },
});
const controller = new DictationController({
  clock,
  log,
  startRecorder: createSoxRecorderFactory({ clock, log }),
  loadEngine: () => Promise.resolve(createEngine({ clock, log })),
  readSettings: () => settings,
  authorize: () => Promise.resolve(apiKey),
  watchNames: NO_NAMES,
  openTarget: () =>
    Promise.resolve(
      new FakeTarget((text) => {
        process.send?.({ inserting: text });
        return new Promise(() => undefined);
      }),
    ),
  acquireMicrophone: shared.microphone.acquire,
  noteFinal: shared.history.note,
  toggleKey: TOGGLE_KEY,
  usage: {
    store: { append: () => undefined, read: () => [] },
    today: () => '2026-11-22',
    pricePerHour: () => ({}),
  },
  random: Math.random,
});

process.on('message', (message) => {
  if (message === 'start') void controller.start();
  else void controller.shutdown().then(() => process.send?.('closed'));
});
process.send?.('ready');
