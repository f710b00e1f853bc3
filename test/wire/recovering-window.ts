/** A window that recovers texts and lives on, for test/wire/unlanded-texts.test.ts. */
import { UnlandedTexts } from '../../src/storage/unlanded-texts';
import { systemClock as clock } from '../../src/ui/system-clock';
import { SETTINGS } from '../unit/ui/settings-fixture';
import { silentLog as log } from './audio-support';

const [folder = ''] = process.argv.slice(2);
const nothing = { dispose: () => undefined };
const settings = { peek: () => SETTINGS, onDidChange: () => nothing };

void new UnlandedTexts({ folder, clock, log, settings }).recover().then((texts) => {
  process.send?.(texts.map(({ saidAtMs }) => saidAtMs));
});
// An open channel keeps it alive.
process.on('message', () => undefined);
