import os from 'node:os';

/** Several measurements of one thing. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly least: number;
  readonly most: number;
}

/** @param values at least one */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  return { median: at(0.5), p95: at(0.95), least: at(0), most: at(1) };
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Bars with their names, as an SVG that follows light and dark pages. */
export function bars(
  title: string,
  unit: string,
  rows: readonly (readonly [string, number])[],
): string {
  const most = Math.max(...rows.map(([, value]) => value), 1);
  const height = 34 + rows.length * 28;
  const drawn = rows.map(([name, value], i) => {
    const y = 34 + i * 28;
    const width = Math.max(1, (Math.max(value, 0) / most) * 300);
    return `<text x="170" y="${String(y + 14)}" text-anchor="end">${name}</text><rect x="180" y="${String(y)}" width="${width.toFixed(0)}" height="18" fill="#3794ff"/><text x="${(186 + width).toFixed(0)}" y="${String(y + 14)}">${value.toFixed(0)} ${unit}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 580 ${String(height)}" font-family="sans-serif" font-size="13" fill="#808080">`,
    `<text x="10" y="18" font-weight="bold">${title}</text>`,
    ...drawn,
    '</svg>\n',
  ].join('\n');
}

/** On what it was measured. */
export function machine(): string {
  const [cpu] = os.cpus();
  const load = os.loadavg().map((each) => each.toFixed(1));
  return `${String(os.availableParallelism())} × ${cpu?.model ?? 'unknown'}, ${os.type()} ${os.release()}, Node ${process.version}; load ${load.join(', ')} at the end`;
}
