import { lstatSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context.ts';
import { fileOf, idsOn, lockOf } from '../../drafts/store/folder.ts';
import { homeFolder } from '../../drafts/store/home.ts';
import { resolveId } from '../../drafts/store/reference.ts';
import { snapshotsOf } from '../../drafts/store/snapshots.ts';
import { draftStamp } from '../../drafts/store/stamp.ts';
import { readText } from '../../files/read.ts';
import { isThere } from '../../files/stats.ts';
import { makePrivateFolder } from '../../files/write.ts';
import { versionWithCommit } from '../../package.ts';
import type { Row } from '../row.ts';
import { themeOf } from '../theme.ts';
import { type FirstFrame, paint, paints } from './paint.ts';

/*
 * How a draft will look when it is opened the next time is kept beside its snapshots when it is left, so that it is on
 * the screen before the program and a draft of many megabytes are loaded. It is a picture and no more: what it shows is
 * nowhere read from it, and it is not shown when anything was written of the draft since.
 */

/** A screen with all that it depends on. */
interface LastScreen {
  program: string;
  /** What the files of the draft were when it was left. */
  stamp: string;
  columns: number;
  rows: Row[];
}

const screenFile = (home: string, id: string) => join(snapshotsOf(home, id), 'screen.json');

/** Keeps the screen that a draft will open with. Where it cannot be kept, the draft opens a little later. */
export function keepLastScreen(home: string, id: string, rows: Row[], columns: number): void {
  try {
    if (!isThere(fileOf(home, 'drafts', id))) return;
    makePrivateFolder(snapshotsOf(home, id));
    const screen: LastScreen = { ...madeOf(home, id), columns, rows };
    writeFileSync(screenFile(home, id), JSON.stringify(screen), { mode: 0o600 });
  } catch {
    // The disk may be full, or the folder read-only.
  }
}

/**
 * Paints how a draft will open, as it was kept when it was left. `null` where nothing was kept or can be painted, where
 * the draft may look otherwise by now, or is open elsewhere.
 * @param ref the draft's id or the beginning of one; without one, the draft that was written last
 */
export function paintLastScreen(ref: string | undefined, context: Context): FirstFrame | null {
  try {
    const home = homeFolder(context.env);
    const id = paints(context) && idOf(home, ref);
    if (!id || isThere(lockOf(home, id))) return null;
    const text = readText(screenFile(home, id));
    const screen = text.ok ? (JSON.parse(text.value) as LastScreen) : null;
    const { program, stamp } = madeOf(home, id);
    const { columns, rows } = context.stdout;
    const isSame =
      screen?.program === program &&
      screen.stamp === stamp &&
      screen.columns === columns &&
      screen.rows.length === rows;
    return screen && isSame && isDrawable(screen.rows, context) ? paint(screen.rows, context) : null;
  } catch {
    return null;
  }
}

const madeOf = (home: string, id: string) => ({
  program: versionWithCommit,
  stamp: draftStamp(home, 'drafts', id),
});

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

/** Whether a file that anything may stand in holds rows. */
const isDrawable = (rows: Row[], { env }: Context): boolean =>
  rows.every((row) => row.every(({ text, tone }) => typeof text === 'string' && tone in themeOf(env)));
