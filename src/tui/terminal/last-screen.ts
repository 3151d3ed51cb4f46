import { lstatSync } from 'node:fs';
import type { Context } from '../../context.ts';
import { asLeft } from '../../drafts/files/as-left.ts';
import { fileOf, idsOn, lockOf } from '../../drafts/files/folder.ts';
import { homeFolder } from '../../drafts/files/home.ts';
import { resolveId } from '../../drafts/store/reference.ts';
import { isThere } from '../../files/stats.ts';
import type { Row } from '../row.ts';
import { themeOf } from '../theme.ts';
import { type FirstFrame, paint, paints } from './paint.ts';

/** A whole screen, as wide as the terminal that it was made for: kept when a draft is left, as it will open with it. */
export interface Screen {
  columns: number;
  rows: Row[];
}

/**
 * Paints how a draft will open, as it was kept when it was left: a picture and no more, in whose place the draft itself
 * comes. `null` where nothing was kept or can be painted, and where the draft may look otherwise by now.
 * @param ref the draft's id or the beginning of one; without one, the draft that was written last
 */
export function paintLastScreen(ref: string | undefined, context: Context): FirstFrame | null {
  try {
    const home = homeFolder(context.env);
    const id = paints(context) && idOf(home, ref);
    if (!id || isThere(lockOf(home, id))) return null;
    const screen = asLeft(home, id)?.screen as Screen | undefined;
    return screen && isOf(screen, context) ? paint(screen.rows, context) : null;
  } catch {
    return null;
  }
}

function idOf(home: string, ref: string | undefined): string | null {
  if (ref !== undefined) {
    const id = resolveId(home, 'drafts', ref);
    return id.ok ? id.value : null;
  }
  const written = idsOn(home, 'drafts').map((id) => ({
    id,
    at: lstatSync(fileOf(home, 'drafts', id)).mtimeMs,
  }));
  return written.sort((a, b) => b.at - a.at)[0]?.id ?? null;
}

/** Whether it is a screen for this terminal, and rows throughout: anything may stand in a file. */
function isOf({ columns, rows }: Screen, { stdout, env }: Context): boolean {
  const theme = themeOf(env);
  const isRow = (row: Row) => row.every(({ text, tone }) => typeof text === 'string' && tone in theme);
  return columns === stdout.columns && rows.length === stdout.rows && rows.every(isRow);
}
