import path from 'node:path';
import { DictationError } from '../../src/core/failure';
import { everyEngine } from '../../src/recognition/on-device/engines';
import { MODELS, type ModelRow } from '../../src/recognition/on-device/models';
import { openSource } from '../../src/recognition/on-device/store/source';
import { Store } from '../../src/recognition/on-device/store/store';
import { systemClock } from '../../src/ui/system-clock';
import { readAloud, speechFixtures, speechPcm } from '../fixtures/speech';
import { OnDeviceRig, dictateTo } from './on-device-rig';
import { wordErrors } from './word-errors';

/**
 * What only a computer with internet can check: that every pin is what is published, and what the real
 * models make of speech here. Fetches about 1.1 gigabytes.
 *
 * @param place as `onDevice.source`
 * @returns how many engines and models are not as pinned, or cannot be had
 */
export async function checkOnDevice(place: string): Promise<number> {
  const rig = await OnDeviceRig.make();
  try {
    rig.settings = { source: place, model: 'auto', modelFolder: '' };
    let failures = 0;
    for (const { package: wanted } of everyEngine()) {
      failures += await reported(wanted.id, async () => {
        const store = new Store({ folder: path.join(rig.folder, 'all'), clock: systemClock });
        const source = openSource(place, (url, init) => fetch(url, init));
        const { signal } = new AbortController();
        await store.fetch(wanted, { source, signal, onBytes: () => undefined });
      });
    }
    for (const model of MODELS) {
      failures += await reported(model.package.id, () => listen(rig, model));
    }
    return failures;
  } finally {
    await rig.close();
  }
}

/** Does something, and says what came of it. @returns 1: it failed */
async function reported(what: string, body: () => Promise<void>): Promise<0 | 1> {
  try {
    await body();
    console.log(`${what}: as pinned`);
    return 0;
  } catch (error) {
    console.log(`${what}: ${DictationError.from(error).message}`);
    return 1;
  }
}

/** Marks that are said, for what a model makes of them. */
const MARKS = 'Is the list empty, question mark. It is, full stop. New line.';

/** Fetches a model, and tells how fast it is and what it makes of the speech that we know the text of. */
async function listen(rig: OnDeviceRig, { languages, spokenMarks }: ModelRow): Promise<void> {
  const [language = ''] = languages;
  const own = MODELS.find((row) => row.languages.includes(language))?.languages === languages;
  const ready = await rig.makeReady([own ? language : (languages.at(-1) ?? '')]);
  for (const { model, ratio } of rig.speeds.splice(0)) {
    console.log(`${model}: takes ${ratio.toFixed(3)} of the audio's time`);
  }
  if (!languages.includes('en')) return;
  const { fixtures } = await speechFixtures();
  for (const { id, kind, text } of fixtures) {
    const heard = await dictateTo(ready, await speechPcm(id));
    const { errors, words } = wordErrors(text, heard.text);
    console.log(`  ${id} (${kind}): ${String(errors)} of ${String(words)} wrong: ${heard.text}`);
  }
  const { text } = await dictateTo(ready, await readAloud(MARKS));
  console.log(`  spoken marks (${spokenMarks} in the catalogue): ${text}`);
}
