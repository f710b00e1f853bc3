import type { Package } from '../../src/recognition/on-device/store/package';
import { openSource } from '../../src/recognition/on-device/store/source';
import { Store } from '../../src/recognition/on-device/store/store';
import { systemClock } from '../../src/ui/system-clock';

/** What a window that fetches is told in its first argument, as JSON. */
interface Task {
  readonly folder: string;
  readonly place: string;
  readonly wanted: Package;
}

/** A process that fetches one package, for tests that kill it meanwhile. */
async function main(): Promise<void> {
  const { folder, place, wanted } = JSON.parse(process.argv[2] ?? '') as Task;
  await new Store({ folder, clock: systemClock }).fetch(wanted, {
    source: openSource(place, (url, init) => fetch(url, init)),
    signal: new AbortController().signal,
    onBytes: () => undefined,
  });
}

void main();
