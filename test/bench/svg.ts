/** Follows the page's light and dark themes, and is read on either where a viewer knows none. */
const STYLE = `<style>
text{font:13px system-ui,sans-serif;fill:#57606a}.title{font-weight:600;fill:#24292f}
.ours{fill:#0969da}.other{fill:#8c959f}.axis{stroke:#8c959f}.line{fill:none;stroke-width:2}
@media(prefers-color-scheme:dark){text{fill:#9198a1}.title{fill:#f0f6fc}.ours{fill:#4493f8}.other{fill:#656c76}}
</style>`;

const COLOURS = ['#0969da', '#bf8700', '#1a7f37', '#8250df', '#cf222e', '#57606a', '#bf3989'];

/** A bar, and how far the measurements of it go. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

const WIDTH = 640;
const ROW = 26;
const NAMES = 210;
const BARS = 350;

/** Bars with their names, and a line from the least measurement to the most. */
export function bars(title: string, unit: string, rows: readonly Bar[]): string {
  const most = Math.max(...rows.map((row) => row.most), 1e-9);
  const x = (value: number): number => NAMES + (Math.max(value, 0) / most) * BARS;
  const drawn = rows.map(({ name, value, least, most: to }, n) => {
    const y = 36 + n * ROW;
    const middle = y + 9;
    return [
      `<text x="${String(NAMES - 8)}" y="${String(y + 13)}" text-anchor="end">${escaped(name)}</text>`,
      `<rect class="${name.startsWith('ours') ? 'ours' : 'other'}" x="${String(NAMES)}" y="${String(y)}" width="${Math.max(1, x(value) - NAMES).toFixed(1)}" height="18" rx="2"/>`,
      `<path class="axis" d="M${x(least).toFixed(1)} ${String(middle)}H${x(to).toFixed(1)}"/>`,
      `<text x="${(x(to) + 8).toFixed(1)}" y="${String(y + 13)}">${short(value)} ${unit}</text>`,
    ].join('');
  });
  return svg(title, 44 + rows.length * ROW, drawn);
}

/** A line of a plot: points by growing x. */
export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

const HEIGHT = 300;
const [LEFT, RIGHT, TOP, BOTTOM] = [60, 200, 40, 40];

/** Lines on logarithmic axes: what is linear has the slope of the dashed one. */
export function lines(
  title: string,
  axes: readonly [x: string, y: string],
  all: readonly Line[],
): string {
  const points = all.flatMap((line) => line.points);
  const range = (values: readonly number[]): readonly [number, number] => [
    Math.log10(Math.min(...values)),
    Math.log10(Math.max(...values)) + 1e-9,
  ];
  const [x0, x1] = range(points.map(([x]) => x));
  const [y0, y1] = range([...points.map(([, y]) => y), 10 ** (x1 - x0)]);
  const place = ([x, y]: readonly [number, number]): string => {
    const px = LEFT + ((Math.log10(x) - x0) / (x1 - x0)) * (WIDTH - LEFT - RIGHT);
    const py = HEIGHT - BOTTOM - ((Math.log10(y) - y0) / (y1 - y0)) * (HEIGHT - TOP - BOTTOM);
    return `${px.toFixed(1)} ${py.toFixed(1)}`;
  };
  const path = (each: readonly (readonly [number, number])[]): string =>
    `M${each.map(place).join('L')}`;
  const drawn = all.map(({ name, points: each }, n) => {
    const colour = COLOURS[n % COLOURS.length] ?? '';
    const y = TOP + 10 + n * 18;
    const x = WIDTH - RIGHT + 14;
    return [
      `<path class="line" stroke="${colour}" d="${path(each)}"/>`,
      `<path class="line" stroke="${colour}" d="M${String(x)} ${String(y - 4)}h14"/>`,
      `<text x="${String(x + 20)}" y="${String(y)}">${escaped(name)}</text>`,
    ].join('');
  });
  const linear = [
    [10 ** x0, 1],
    [10 ** x1, 10 ** (x1 - x0)],
  ] as const;
  const at = (text: string, x: number, y: number, anchor = 'start'): string =>
    `<text x="${String(x)}" y="${String(y)}" text-anchor="${anchor}">${text}</text>`;
  return svg(title, HEIGHT, [
    `<path class="axis" fill="none" d="M${String(LEFT)} ${String(TOP)}V${String(HEIGHT - BOTTOM)}H${String(WIDTH - RIGHT)}"/>`,
    `<path class="axis" fill="none" stroke-dasharray="3 4" d="${path(linear)}"/>`,
    at(short(10 ** x0), LEFT, HEIGHT - BOTTOM + 16),
    at(`${short(10 ** x1)} ${axes[0]}`, WIDTH - RIGHT, HEIGHT - BOTTOM + 16, 'end'),
    at(short(10 ** y0), LEFT - 6, HEIGHT - BOTTOM, 'end'),
    at(`${short(10 ** y1)} ${axes[1]}`, LEFT - 6, TOP + 4, 'end'),
    ...drawn,
  ]);
}

function svg(title: string, height: number, drawn: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(height)}" role="img" aria-label="${escaped(title)}">`,
    STYLE,
    `<text class="title" x="8" y="20">${escaped(title)}</text>`,
    ...drawn,
    '</svg>\n',
  ].join('\n');
}

/** As many digits as a reader can use. */
export function short(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 100) return value.toFixed(0);
  return Number(value.toPrecision(size >= 10 ? 3 : 2)).toString();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
