import chalk, { type ChalkInstance } from 'chalk';
import { memo } from '../../memo.ts';
import type { Look } from '../theme.ts';

/** The text in a look, in as many colours as the terminal has: the same as Ink's `Text`, which takes a node for each. */
export const painted = (text: string, look: Look): string => brushOf(look)(text);

const brushOf = memo((look: Look): ChalkInstance => {
  let brush: ChalkInstance = chalk;
  for (const name of ['inverse', 'underline', 'italic', 'bold'] as const) if (look[name]) brush = brush[name];
  if (look.color) brush = brush[look.color];
  return look.dimColor ? brush.dim : brush;
});
