import { lstatSync } from 'node:fs';
import type { Context } from '../../context.ts';
import { asLeft } from '../../drafts/files/as-left.ts';
import { fileOf, idsOn, lockOf } from '../../drafts/files/folder.ts';
import { homeFolder } from '../../drafts/files/home.ts';
import { resolveId } from '../../drafts/store/reference.ts';
import { isThere } from '../../files/stats.ts';
import { largeDraft, sizeInWords } from '../large-draft.ts';
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
 * comes. Where nothing was kept, or the draft may look otherwise by now, it is said of a large one meanwhile that it is
 * read. `null` where nothing can be painted.
 * @param ref the draft's id or the beginning of one; without one, the draft that was written last
 */
export function paintLastScreen(ref: string | undefined, context: Context): FirstFrame | null {
  try {
    const home = homeFolder(context.env);
    const id = paints(context) && idOf(home, ref);
    if (!id) return null;
    const screen = isThere(lockOf(home, id)) ? undefined : (asLeft(home, id)?.screen as Screen | undefined);
    const rows = screen && isOf(screen, context) ? screen.rows : readingRows(home, id, context);
    return rows && paint(rows, context);
  } catch {
    return null;
  }
}

/** That a draft is read, as a whole screen; null where that takes no time. */
function readingRows(
  home: string,
  id: string,
  { stdout: { columns = 80, rows = 24 } }: Context,
): Row[] | null {
  const { size } = lstatSync(fileOf(home, 'drafts', id));
  if (size <= largeDraft) return null;
  const text = `  Reading draft ${id} (${sizeInWords(size)})…`.slice(0, columns);
  return Array.from({ length: rows }, (_, at): Row => (at === 1 ? [{ text, tone: 'plain' }] : []));
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
