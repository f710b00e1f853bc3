// Bundles have shorter names for private members, never for what anybody else calls by its name.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const { privateNames } = createRequire(import.meta.url)('../../build/private-names.js') as {
  privateNames: (folder: string) => RegExp;
};

test('a name is shortened only where nothing but private members is called so', (t) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'private-names-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  writeFileSync(
    path.join(folder, 'a.ts'),
    `interface Told { toldField: string }
    class A extends Base {
      private onlyHere = 0;
      private static onlyShared = 0;
      private toldField = '';
      private keyOfAnother = 0;
      private readAsText = 0;
      private exportedElsewhere = 0;
      private publicElsewhere = 0;
      protected forHeirs = 0;
      seenByAll = 0;
      constructor(private readonly handedOver: number, plainParameter: number) { super(); }
      private async doInside(): Promise<void> {}
      private get gotten() { return this.onlyHere; }
      // Node has it.
      private createReadStream() {}
      // VS Code has it.
      private showTextDocument() {}
    }`,
  );
  writeFileSync(
    path.join(folder, 'b.ts'),
    `export const b = { keyOfAnother: 1, x: c['readAsText'] };
    export function exportedElsewhere() {}
    class B { constructor(public publicElsewhere: string) {} }`,
  );
  assert.equal(privateNames(folder).source, '^(?:onlyHere|onlyShared|handedOver|doInside|gotten)$');
});
