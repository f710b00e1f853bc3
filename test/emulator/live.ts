/**
 * `npm run live`: plays one contract on the real service and on the emulator, and prints where they
 * differ; so a maintainer with a key keeps the emulator true. Costs about two minutes of streaming.
 * Options after `--`: `--endpoint URL` plays it on another service than AssemblyAI's,
 * `--pace MS` waits so long between two messages of 100 ms audio, default 100.
 * `--on-device` instead fetches every engine and model of the catalogue, compares them with their pins,
 * and tells how well and how fast each model hears here; `--source PLACE` fetches them from a mirror.
 * Exit code 0: no difference; 1: differences, or it could not be played.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { speechFixtures } from '../fixtures/speech';
import { checkOnDevice } from '../harness/check-on-device';
import { differences, observe } from './contract';
import { startEmulator } from './emulator';
import { sentence } from './sentences';
import { SphinxRecognisers } from './sphinx-recogniser';

/** Of the WAV files that sox writes. */
const WAV_HEADER_BYTES = 44;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      endpoint: { type: 'string', default: 'wss://streaming.assemblyai.com/v3/ws' },
      pace: { type: 'string', default: '100' },
      'on-device': { type: 'boolean', default: false },
      source: { type: 'string', default: '' },
    },
  });
  if (values['on-device']) {
    if ((await checkOnDevice(values.source)) > 0) process.exitCode = 1;
    return;
  }
  const apiKey = process.env['ASSEMBLYAI_API_KEY'];
  if (apiKey === undefined || apiKey === '') {
    throw new Error('set ASSEMBLYAI_API_KEY to an AssemblyAI key: this talks to the real service');
  }
  const paceMs = Number(values.pace);
  const { fixtures } = await speechFixtures();
  const fox = fixtures.find(({ id }) => id === 'fox');
  if (fox === undefined) throw new Error('no speech fixture "fox"');
  const speech = (await readFile(fox.path)).subarray(WAV_HEADER_BYTES);
  const theirs = await observe({ url: values.endpoint, apiKey, paceMs }, speech, report('service'));

  const recognisers = new SphinxRecognisers([sentence(fox.text)]);
  const emulator = await startEmulator({ apiKey, createRecogniser: recognisers.create });
  const ours = await observe({ url: emulator.url, apiKey, paceMs }, speech, report('emulator'));
  await emulator.close();
  recognisers.close();

  const differing = differences(theirs, ours);
  for (const { item, theirs, ours } of differing) {
    console.log(`\n${item}\n  service:  ${theirs}\n  emulator: ${ours}`);
  }
  console.log(`\n${String(theirs.size)} observations, ${String(differing.length)} differ`);
  if (differing.length > 0) process.exitCode = 1;
}

function report(who: string): (scenario: string) => void {
  return (scenario) => {
    console.log(`${who}: ${scenario}`);
  };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
