import { readFileSync } from 'node:fs';

/** What may be at most: so much by itself, or so many times the floor. */
export type Limit = { most: number } | { times: number };

/** One measured figure beside its floor, which was measured in the same run. */
export interface Figure {
  what: string;
  figure: number;
  unit: string;
  floor: number;
  /** What the floor is, e.g. "bare Node". */
  beside: string;
  /** What must never get worse again, and what is aimed at. */
  budget?: Limit;
  goal?: Limit;
}

const head = ['', 'figure', '', 'ratio', 'floor', 'budget', 'goal'];

/** Returns the figures as a table, with the ratios of an earlier run and how they changed if there is one. */
export function tableOf(figures: Figure[], before: Figure[] | null): string {
  const rows = figures.map((one) => {
    const { what, figure, unit, floor, beside, budget, goal } = one;
    const ratio = figure / floor;
    const cells = [what, figure.toFixed(2), unit, `${ratio.toFixed(2)} ×`, `${beside} (${floor.toFixed(2)})`];
    const old = before?.find((earlier) => earlier.what === what);
    const was = old ? old.figure / old.floor : Number.NaN;
    const change = before ? [old ? `${was.toFixed(2)} × → ${(ratio / was).toFixed(2)}` : 'not measured'] : [];
    return [...cells, judged(one, budget), judged(one, goal), ...change];
  });
  const all = [[...head, ...(before ? ['ratio before → times that'] : [])], ...rows];
  const widths = head.concat('').map((_, at) => Math.max(...all.map((cells) => cells[at]?.length ?? 0)));
  const isNumber = (at: number) => at === 1 || at === 3;
  const cell = (text: string, at: number) =>
    isNumber(at) ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0);
  return all.map((cells) => cells.map(cell).join('  ').trimEnd()).join('\n');
}

function judged({ figure, floor, unit }: Figure, limit: Limit | undefined): string {
  if (!limit) return '';
  const within = 'most' in limit ? figure <= limit.most : figure / floor <= limit.times;
  return `${within ? 'within' : 'OVER'} ${'most' in limit ? `${limit.most} ${unit}` : `${limit.times} ×`}`;
}

/** Reads what `--json` printed in an earlier run. */
export const figuresIn = (file: string): Figure[] => JSON.parse(readFileSync(file, 'utf8'));
