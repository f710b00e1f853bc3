import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Ids of the rules that what matches `selector` breaks, and where. */
export async function brokenRules(
  page: Page,
  selector: string,
): Promise<ReadonlyMap<string, string>> {
  await page.locator(selector).first().waitFor();
  await page.evaluate(`if (globalThis.axe === undefined) { ${AXE} }`);
  const found: unknown = await page.evaluate(`axe.run(${JSON.stringify(selector)}, {
    resultTypes: ['violations'], iframes: false,
  }).then(({ violations }) =>
    violations.map(({ id, nodes }) =>
      [id, ...nodes.map(({ html }) => html.slice(0, 300))].join('\\n')))`);
  assert.ok(Array.isArray(found));
  return new Map(
    found.map(String).map((each) => {
      const [id = '', ...where] = each.split('\n');
      return [id, where.join('\n')];
    }),
  );
}
