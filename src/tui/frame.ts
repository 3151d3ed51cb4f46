import { displayWidth, truncate } from '../text/width.ts';
import { fitted, type Panel, panel, stacked } from './panel.ts';
import { type Row, seg, spread, type Tone } from './row.ts';
import { signs } from './theme.ts';

/** Keys and what they do, for the row at the bottom. */
export interface Hint {
  keys: string;
  does: string;
  /** It is shown however little room there is. */
  always?: boolean;
}

interface Frame {
  /** What stands in the top row: a title, or a prompt. */
  top: Panel;
  /** Those that matter most first; the last one is always shown. */
  hints: readonly Hint[];
  body: Panel;
  width: number;
  height: number;
}

/** Rows that a frame of this height leaves for the work between its rules. */
export const bodyRows = (height: number): number => Math.max(1, height - (roomy(height) ? 4 : 2));

const roomy = (height: number): boolean => height >= 12;

/** A row at the top, the keys at the bottom, the work between them. */
export function framed({ top, hints, body, width, height }: Frame): Panel {
  const rule = panel(roomy(height) ? [ruleOf(width)] : []);
  return stacked(fitted(top, 1), rule, fitted(body, bodyRows(height)), rule, panel([hintRow(hints, width)]));
}

/** A title and the facts at its right. */
export const titled = (title: string, facts: Row, width: number): Panel =>
  panel([spread([seg(` ${title}`, 'bold')], [...facts, seg(' ')], width)]);

const ruleOf = (width: number): Row => [seg(signs.rule.repeat(Math.max(1, width)), 'dim')];

/**
 * A rule with a panel's title and its facts: `─ Pages ────── 3 of 14 ─`. A long title is cut, and facts without room
 * are left out.
 */
export function titledRule(title: string, facts: string, width: number, tone: Tone): Row {
  const end =
    facts && displayWidth(title) + displayWidth(facts) + 9 <= width ? ` ${facts} ${signs.rule}` : '';
  const name = truncate(title, Math.max(0, width - displayWidth(end) - 4));
  const fill = Math.max(0, width - displayWidth(name) - displayWidth(end) - (name ? 3 : 0));
  const lead: Row = name ? [seg(`${signs.rule} `, 'dim'), seg(name, tone), seg(' ')] : [];
  return [...lead, seg(signs.rule.repeat(fill) + end, 'dim')];
}

/** The hints that have room; the last one, and those that are always shown, among them. */
export function hintRow(hints: readonly Hint[], width: number): Row {
  const columns = ({ keys, does }: Hint): number => displayWidth(`${keys} ${does}`) + 3;
  const isKept = (hint: Hint): boolean => hint.always === true || hint === hints.at(-1);
  let room = width + 1 - hints.filter(isKept).reduce((sum, hint) => sum + columns(hint), 0);
  const kept = hints.filter((hint) => {
    if (isKept(hint)) return true;
    if (columns(hint) > room) return false;
    room -= columns(hint);
    return true;
  });
  return kept.flatMap(({ keys, does }, index) => [
    seg(index === 0 ? ' ' : '   '),
    seg(keys, 'bold'),
    seg(` ${does}`, 'dim'),
  ]);
}
