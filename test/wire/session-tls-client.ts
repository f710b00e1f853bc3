// Run by session-tls.test.ts in a process of its own, because Node reads NODE_EXTRA_CA_CERTS at its start.
import { createSessionFactory } from '../../src/recognition/assemblyai/streaming-session';
import { systemClock } from '../../src/ui/system-clock';
import { SessionWatch } from '../contracts/session-watch';
import { EMULATOR_KEY } from '../emulator/emulator';
import { recognition } from '../unit/recognition/assemblyai/settings-fixture';
import { frame, RecordingLog, told } from './session-support';

const [endpoint = '', tokenUrl = ''] = process.argv.slice(2);
const connect = createSessionFactory({ clock: systemClock, log: new RecordingLog() });
const session = connect({
  recognition: recognition({ endpoint, tokenUrl }),
  sampleRate: 16000,
  encoding: 'pcm_s16le',
  apiKey: EMULATOR_KEY,
});
const watch = new SessionWatch(session);
session.send(frame(0));
session.terminate();
void Promise.all([watch.end(), session.closed]).then(([end]) => {
  console.log(JSON.stringify({ course: watch.course, end: told(end, session) }));
});
