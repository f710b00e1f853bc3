/**
 * An extension host that dictates, for test/wire/crash-recovery.test.ts: real controller, engine and
 * shared storage, and a document that never answers. Tells its parent what happens.
 */
import { EMPTY_CLIPBOARD } from '../contracts/fake-clipboard';
import { createController, runCodeWith } from '../contracts/controller';
import { createRecorderFactory } from '../../src/audio/start-recorder';
import { createSessionFactory } from '../../src/recognition/assemblyai/streaming-session';
import { SharedFiles } from '../../src/storage/shared-files';
import { SharedStorage } from '../../src/ui/shared-storage';
import { systemClock as clock } from '../../src/ui/system-clock';
import { SETTINGS } from '../unit/ui/settings-fixture';
import { silentLog as log } from './audio-support';
import { FakeTarget } from '../contracts/fake-target';

const [folder = '', endpoint = '', soxPath = '', apiKey = ''] = process.argv.slice(2);
const nothing = { dispose: () => undefined };
const settings = {
  ...SETTINGS,
  recording: { ...SETTINGS.recording, soxPath },
  recognition: { ...SETTINGS.recognition, endpoint, model: 'universal-3-6-pro' },
};
const options = {
  clipboard: EMPTY_CLIPBOARD,
  folder,
  clock,
  log,
  settings: { peek: () => settings, onDidChange: () => nothing },
};
const files = new SharedFiles(options);
const shared = new SharedStorage({ ...options, load: () => Promise.resolve(files) });
const openSession = createSessionFactory({ clock, log });
const controller = createController({
  clock,
  log,
  startRecorder: createRecorderFactory({ clock, log }),
  loadRunCode: () => Promise.resolve(runCodeWith((session) => openSession({ ...session, apiKey }))),
  readSettings: () => settings,
  openTarget: () =>
    Promise.resolve(
      new FakeTarget((text) => {
        process.send?.({ inserting: text });
        return new Promise(() => undefined);
      }),
    ),
  acquireMicrophone: shared.acquireMicrophone,
  noteFinal: shared.history.note,
});

process.on('message', (message) => {
  if (message === 'start') void controller.start();
  else void controller.shutdown().then(() => process.send?.('closed'));
});
process.send?.('ready');
