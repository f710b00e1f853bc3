// Stands in for an extension host that is killed: records until then, and tells its parent that it does.
import { createRecorderFactory } from '../../src/audio/start-recorder';
import { systemClock } from '../../src/ui/system-clock';
import { DEFAULTS, silentLog } from './audio-support';

const recorder = createRecorderFactory({ clock: systemClock, log: silentLog })(DEFAULTS);
recorder.onDidReceiveAudio(() => process.send?.('audio'));
recorder.onDidFail((error) => {
  throw error;
});
