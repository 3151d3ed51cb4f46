import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDraft } from './drafts.ts';
import { median, processTime } from './measure.ts';
import type { Figure } from './table.ts';

const rounds = 5;

/** Milliseconds of each command: medians of rounds in which all have their turn, behind one that warms up. */
function timesOf(commands: string[][]): number[] {
  const all = Array.from({ length: rounds + 1 }, () => commands.map((command) => processTime(command)));
  return commands.map((_, at) => median(all.slice(1).map((times) => times[at] ?? Number.NaN)));
}

/** Returns what the commands without a screen cost beyond Node's start, against size in powers of ten. */
export function commandFigures(node: string, program: string, home: string): Figure[] {
  const sizes = [100, 1000, 10_000];
  const files = sizes.map((issues) => {
    const draft = join(home, 'drafts', `${writeDraft(home, `printed${issues}`, issues)}.json`);
    const report = join(home, `${issues}.md`);
    processTime([node, program, 'render', draft, '-o', report, '--force']);
    return { draft, report, later: later(home, draft, issues) };
  });
  const commands: Record<string, (file: (typeof files)[number]) => string[]> = {
    render: ({ draft }) => ['render', draft],
    read: ({ report }) => ['read', report],
    diff: ({ report, later: changed }) => ['diff', report, changed],
  };
  const names = Object.keys(commands);
  const runs = names.flatMap((name) => files.map((file, at) => ({ name, size: sizes[at] ?? 0, file })));
  const [bare = 0, ...times] = timesOf([
    [node, '-e', '0'],
    ...runs.map(({ name, file }) => [node, program, ...(commands[name]?.(file) ?? [])]),
  ]);
  return runs.flatMap(({ name, size }, at) => {
    const figure = (times[at] ?? Number.NaN) - bare;
    const what = `${name} of ${size.toLocaleString('en')} issues beyond Node's start`;
    const previous = runs[at - 1]?.name === name ? (times[at - 1] ?? Number.NaN) - bare : null;
    const own: Figure = { what, figure, unit: 'ms', floor: bare, beside: 'bare Node', ...limits[what] };
    const grown = { figure, unit: 'ms', floor: previous ?? 0, beside: 'a tenth as many' };
    return previous === null
      ? [own]
      : [own, { what: `${name} of ${size.toLocaleString('en')} issues`, ...grown }];
  });
}

const limits: Record<string, Pick<Figure, 'budget' | 'goal'>> = {
  "render of 10,000 issues beyond Node's start": { budget: { most: 900 }, goal: { most: 300 } },
  "read of 10,000 issues beyond Node's start": { budget: { most: 3500 }, goal: { most: 1000 } },
  "diff of 1,000 issues beyond Node's start": { goal: { most: 400 } },
};

/** Writes the draft with every issue told anew a few lines further down: none is the same to the letter. */
function later(home: string, draft: string, issues: number): string {
  const file = join(home, `later${issues}.json`);
  const text = readFileSync(draft, 'utf8')
    .replace(`"printed${issues}"`, '"later00"')
    .replaceAll(':82"', ':90"')
    .replaceAll('discard', 'drop');
  writeFileSync(file, text);
  return file;
}
