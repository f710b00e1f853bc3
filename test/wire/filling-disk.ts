/** Keeps a text that is larger than any file may be, for test/wire/unlanded-texts.test.ts. */
import { systemClock as clock } from '../../src/ui/system-clock';
import { UnlandedTexts } from '../../src/storage/unlanded-texts';
import { SETTINGS } from '../unit/ui/settings-fixture';
import { RecordingLog } from './session-support';

const [folder = ''] = process.argv.slice(2);
const log = new RecordingLog();
const settings = { peek: () => SETTINGS, onDidChange: () => ({ dispose: () => undefined }) };
const texts = new UnlandedTexts({ folder, clock, log, settings });

texts.save({ text: 'text '.repeat(1_000_000), saidAtMs: 1 });
texts.save({ text: 'short', saidAtMs: 2 });
texts.dispose();
console.log(log.lines.join('\n'));
