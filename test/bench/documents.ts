import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as prettier from 'prettier';
import { REPOSITORY } from '../harness/repository';
import { TABLES, type Table } from './catalogue';
import { GOALS } from './goals';
import type { Results, Samples } from './results';
import { samplesOf, spreadOf, sumOf } from './statistics';
import { bars, lines, short, type Bar, type Line } from './svg';
import { TRIED } from './tried';
import { WHY } from './why';

const PAGE = 'docs/benchmarks.md';
const README = 'README.md';
/** Around README's table. */
const [BEGIN, END] = ['<!-- written by npm run bench -->', '<!-- end -->'] as const;

/** What is made of the results alone: page, plots and README, by their paths in the repository. */
export async function documents(results: Results): Promise<Readonly<Record<string, string>>> {
  const samples = samplesOf(results);
  const page = await formatted(PAGE, pageOf(results, samples));
  const readme = readFileSync(path.join(REPOSITORY, README), 'utf8');
  const plots = TABLES.flatMap((table): [string, string][] => {
    const plot = plotOf(table, samples);
    return plot === undefined ? [] : [[`docs/${pictureOf(table)}`, plot]];
  });
  return {
    [PAGE]: page,
    [README]: await formatted(README, withTable(readme, samples)),
    ...Object.fromEntries(plots),
  };
}

async function formatted(file: string, text: string): Promise<string> {
  const options = await prettier.resolveConfig(path.join(REPOSITORY, file));
  return prettier.format(text, { ...options, parser: 'markdown' });
}

function withTable(readme: string, samples: Samples): string {
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`README.md has no ${BEGIN} … ${END}`);
  const rows = GOALS.filter(({ isShort }) => isShort === true).flatMap(({ measure, reach }) => {
    const reached = reach(samples);
    return reached === undefined ? [] : [[measure, reached.ours, reached.others ?? '']];
  });
  const made = markdownTable(['', 'Voice Dictation', 'others'], rows);
  return `${readme.slice(0, from)}${BEGIN}\n\n${made}\n\n${readme.slice(to)}`;
}

function pageOf(results: Results, samples: Samples): string {
  const sections = TABLES.flatMap((table) => {
    const body = tableOf(table, samples);
    const { heading, title, about, plot } = table;
    const picture =
      plot === undefined || body === undefined ? [] : [`![${title}](${pictureOf(table)})`];
    return [
      ...(heading === undefined ? [] : [`## ${heading}`]),
      `### ${title}`,
      about,
      ...picture,
      body ?? 'Not measured yet.',
    ];
  });
  const goals = GOALS.map(({ measure, wanted, reach }) => {
    const reached = reach(samples);
    if (reached === undefined) return [measure, wanted, 'not measured', '', ''];
    return [measure, wanted, reached.ours, reached.others ?? '', reached.isMet ? 'yes' : '**no**'];
  });
  const whyNot = GOALS.flatMap(({ measure, reach }) => {
    const why = reach(samples)?.isMet === false ? WHY[measure]?.(samples) : undefined;
    return why === undefined ? [] : [`- **${measure}**: ${why}`];
  });
  const parts = Object.entries(results).map(([name, result]) => [
    name,
    result.at,
    String(result.runs),
    `${String(result.seconds)} s`,
    result.load.toFixed(2),
    result.missing ?? '',
  ]);
  const machines = [...new Set(Object.values(results).map(({ machine }) => machine))];
  return [
    '# Benchmarks',
    '<!-- Written by npm run bench of docs/benchmarks.json; do not edit. -->',
    `This extension beside what people would use in its place: AssemblyAI’s SDK with node-record-lpcm16 as its documentation wires them and as well as one can wire them, its tutorial’s loop, and a model of the rules of VS Code’s own dictation (\`test/bench/rival-process.ts\`). \`npm run bench\` measured it, on the same sound, the same virtual microphone, and servers of the same kind; no figure is typed by hand. Medians; in parentheses, least and most. Times are this machine’s: ${machines.join('; ')}. When each part ran, how often, and how busy the machine was before, stands at the end.`,
    '## Wanted and reached',
    markdownTable(['', 'wanted', 'ours', 'others', 'reached'], goals),
    ...(whyNot.length === 0 ? [] : ['### Why not', whyNot.join('\n')]),
    ...sections,
    '## Tried',
    TRIED,
    '## Runs',
    markdownTable(['part', 'at (UTC)', 'runs', 'took', 'load before', 'missing'], parts),
  ].join('\n\n');
}

function tableOf({ id, shown, unit, ratio }: Table, samples: Samples): string | undefined {
  const rows = Object.entries(samples[id] ?? {});
  if (rows.length === 0) return undefined;
  const columns = [...new Set(rows.flatMap(([, row]) => Object.keys(row)))];
  switch (shown) {
    case 'spread':
      return markdownTable(
        ['', ...['median', '95 %', 'least', 'most'].map((each) => `${each}, ${unit}`), 'of'],
        rows.map(([name, row]) => {
          const spread = spreadOf(row[columns[0] ?? '']);
          if (spread === undefined) return [name, 'nothing heard', '', '', '', '0'];
          const { median, p95, least, most, count } = spread;
          return [name, ...[median, p95, least, most].map(short), String(count)];
        }),
      );
    case 'words': {
      const names = columns.flatMap((column) => /^(.*): lost$/.exec(column)?.[1] ?? []);
      return markdownTable(
        ['', 'said', 'said again', ...names],
        rows.map(([situation, row]) => [
          situation,
          String(sumOf(row['said']) ?? 0),
          String(sumOf(row['said again']) ?? 0),
          ...names.map((name) => {
            const [lost, doubled] = ['lost', 'doubled'].map((what) =>
              sumOf(row[`${name}: ${what}`]),
            );
            return `${String(lost ?? '')} lost, ${String(doubled ?? '')} doubled`;
          }),
        ]),
      );
    }
    case 'medians':
      return markdownTable(
        ['', ...columns, ...(ratio === undefined ? [] : [`${ratio[0]} ÷ ${ratio[1]}`])],
        rows.map(([name, row]) => {
          const medians = (ratio ?? []).map((column) => spreadOf(row[column])?.median);
          const [a, b] = medians;
          const quotient = a === undefined || b === undefined || b === 0 ? '' : (a / b).toFixed(2);
          return [
            name,
            ...columns.map((column) => cell(row[column])),
            ...(ratio === undefined ? [] : [quotient]),
          ];
        }),
      );
  }
}

function cell(values: readonly number[] | undefined): string {
  const spread = spreadOf(values);
  if (spread === undefined) return '';
  const { median, least, most } = spread;
  const around = least === most ? '' : ` (${short(least)}–${short(most)})`;
  return `${short(median)}${around}`;
}

function plotOf({ id, title, heading, unit, plot }: Table, samples: Samples): string | undefined {
  const rows = Object.entries(samples[id] ?? {});
  if (plot === undefined || rows.length === 0) return undefined;
  if (plot === 'lines') {
    const all = rows.map(([name, row]): Line => ({
      name,
      points: Object.entries(row).flatMap(([x, values]) => {
        const spread = spreadOf(values);
        return spread === undefined ? [] : [[Number(x), spread.median] as const];
      }),
    }));
    return lines(title, ['×', unit], all);
  }
  const all = rows.flatMap(([name, row]): Bar[] => {
    const spread = spreadOf(Object.values(row)[0]);
    return spread === undefined
      ? []
      : [{ name, value: spread.median, least: spread.least, most: spread.most }];
  });
  return bars(`${heading ?? headingOf(id)}: ${title}`, unit, all);
}

/** A table that goes on has the heading of the one before. */
function headingOf(id: string): string {
  const at = TABLES.findIndex((table) => table.id === id);
  return TABLES.slice(0, at + 1).findLast(({ heading }) => heading !== undefined)?.heading ?? '';
}

function pictureOf({ id }: Table): string {
  return `pictures/bench-${id}.svg`;
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
