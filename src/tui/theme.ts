import type { Tone } from './row.ts';

/** How a tone is drawn: what Ink's `Text` takes. Only names of the 16 terminal colours. */
export interface Look {
  color?: 'red' | 'yellow' | 'green' | 'blue' | 'cyan' | 'magenta';
  italic?: boolean;
  underline?: boolean;
  bold?: boolean;
  dimColor?: boolean;
  inverse?: boolean;
}

export type Theme = Readonly<Record<Tone, Look>>;

/** Signs that carry a state without colour. */
export const signs = {
  complete: '✓',
  begun: '◐',
  untouched: '○',
  attention: '!',
  error: '✗',
  notApplicable: '–',
  /** At the left of what has the focus. */
  focus: '▌',
  /** Before the row that Enter takes. */
  pick: '❯',
  rule: '─',
} as const;

const coloured: Theme = {
  plain: {},
  answer: {},
  label: { dimColor: true },
  heading: { color: 'cyan', bold: true },
  dim: { dimColor: true },
  bold: { bold: true },
  accent: { color: 'cyan' },
  critical: { color: 'red' },
  high: { color: 'yellow' },
  medium: { color: 'blue' },
  low: { color: 'green' },
  done: { color: 'green' },
  error: { color: 'red', bold: true },
  inverse: { inverse: true },
  title: { bold: true, underline: true },
  italic: { italic: true },
  code: { color: 'cyan' },
  keyword: { color: 'magenta' },
};

const colourless = Object.fromEntries(
  Object.entries(coloured).map(([tone, { color, ...rest }]) => [
    tone,
    color ? { bold: true, ...rest } : rest,
  ]),
) as Theme;

/** The theme that the environment asks for (https://no-color.org). */
export const themeOf = (env: Record<string, string | undefined>): Theme =>
  env.NO_COLOR ? colourless : coloured;
