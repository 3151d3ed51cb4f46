import type { Result } from '../../failure.ts';
import { namesIn, readBytes } from '../../files/read.ts';
import { statsOf } from '../../files/stats.ts';
import type { Draft } from '../format/draft.ts';
import type { Window } from '../lock/window.ts';
import { type JournalText, readJournal } from './journal-lines.ts';
import { withJournal } from './replay.ts';

/*
 * Every window that changes a draft writes two files of its own, named by its session, and never another's:
 *
 *   journals/DRAFT/SESSION.json      the draft as the window last saved it, or found it
 *   journals/DRAFT/SESSION.journal   what was done in the window since
 *
 * So what was typed into a window can be had from its own files alone, whatever other windows do to `drafts/DRAFT.json`.
 * A draft names the sessions that it holds, each with the number of the last line of theirs (`journals`), and how many
 * windows had written it one after the other (`turn`). The window with the highest turn that holds all of the draft's
 * file has the draft as it is; what another one did that this draft does not hold is apart from it, and becomes a draft
 * of its own when somebody opens it.
 */

/** What one window wrote of a draft. */
export interface WindowFiles {
  session: string;
  /** Null for the one journal of all windows in an older format. */
  window: Window | null;
  turn: number;
  /** The number of the last line that it wrote or saved; null when it neither wrote nor saved anything. */
  sequence: number | null;
  /** What its state holds of the windows: of each the number of its last line. */
  holds: Record<string, number>;
  /** The check of the mark that its journal goes on from; null without a journal. */
  follows: string | null;
  /** Its files that are there. */
  files: string[];
  /** The draft as this window had it last, and how many of its lines cannot be used; null when none of it can. */
  restored(): { draft: Draft; lost: number } | null;
  /** Lines that cannot be used when `restored` gives null. */
  lines: number;
}

/** The session that stands for the one journal of all windows in an older format. */
export const oneForAll = 'main';

const fileName = /^([a-z0-9]{6,64})\.(?:json|journal)$/;

/** The sessions that have files. Throws when the folder cannot be read. */
export const sessionsIn = (folder: string): string[] => [
  ...new Set(namesIn(folder).flatMap((name) => fileName.exec(name)?.[1] ?? [])),
];

/** Largest journal that is read, in bytes: it is begun anew long before. */
const largestJournal = 256 * 1024 * 1024;

/**
 * What a window wrote of a draft; null when it has no files.
 * @param readDraft reads a draft's file
 * @param bases other states of the draft that the window's lines may go on from
 */
export function windowFiles(
  id: string,
  session: string,
  { snapshot, journal }: { snapshot: string; journal: string },
  readDraft: (path: string) => Result<Draft>,
  bases: () => Iterable<Draft>,
): WindowFiles | null {
  const files = [snapshot, journal].filter(isFile);
  if (files.length === 0) return null;
  const bytes = files.includes(journal) ? readBytes(journal, largestJournal) : null;
  const text = bytes?.ok && bytes.value.length > 0 ? readJournal(id, Buffer.from(bytes.value)) : null;
  const read = files.includes(snapshot) ? readDraft(snapshot) : null;
  const own = read?.ok ? read.value : null;
  const last = text?.lines.at(-1)?.mark.sequence;
  const turn = text?.of?.turn ?? own?.turn ?? 0;
  // A snapshot of another turn is the one that the window found.
  const saved = own && (own.turn ?? 0) === turn ? (own.journal?.sequence ?? 0) : null;
  const isSavedLast = saved !== null && saved > (last ?? -1);
  const unusable = bytes && !text && !(bytes.ok && bytes.value.length === 0) ? 1 : 0;
  const lines = (text?.lines.length ?? 0) + (text?.lost ?? unusable);
  return {
    session,
    window: text?.of?.window ?? null,
    turn,
    sequence: isSavedLast ? saved : (last ?? null),
    holds: isSavedLast
      ? { ...own?.journals }
      : { ...text?.of?.journals, ...(last === undefined ? {} : { [session]: last }) },
    follows: text?.after.check ?? null,
    files,
    lines,
    restored() {
      if (own && isSavedLast) return { draft: own, lost: text?.lost ?? unusable };
      for (const base of text ? [...(own ? [own] : []), ...bases()] : []) {
        const whole = withJournal(base, text as JournalText);
        if (whole) return { ...whole, draft: named(whole.draft, session, text as JournalText) };
      }
      return own && { draft: own, lost: lines };
    },
  };
}

/** The draft with what it holds of a window's journal. */
function named(draft: Draft, session: string, { of }: JournalText): Draft {
  const turn = of?.turn ?? draft.turn;
  return {
    ...draft,
    ...(turn === undefined ? {} : { turn }),
    journals: { ...of?.journals, ...draft.journals, [session]: draft.journal?.sequence ?? 0 },
  };
}

function isFile(path: string): boolean {
  return statsOf(path)?.isFile() ?? false;
}

/** A draft as its windows left it. */
export interface Merged {
  draft: Draft;
  /** Lines of the window that had it last which cannot be used. */
  lost: number;
  /** Windows that did what the draft does not hold. */
  apart: WindowFiles[];
}

/**
 * The newest state of a draft, of what is in its file and what its windows wrote; null when there is none.
 * @param published what its file holds; null when that is damaged or gone
 */
export function merged(published: Draft | null, windows: WindowFiles[]): Merged | null {
  const newest = windows
    .filter(({ sequence }) => sequence !== null)
    .toSorted((a, b) => b.turn - a.turn || (b.sequence ?? 0) - (a.sequence ?? 0));
  let lost = 0;
  let newer: { draft: Draft; lost: number } | null = null;
  for (const one of newest) {
    if (published && !isNewer(one, published)) break;
    // Another window saved it since this one opened it: what its file holds may be in no other one.
    if (published && !goesOnFrom(one, published)) continue;
    newer = one.restored();
    if (newer) break;
    lost += one.lines;
  }
  const draft = newer?.draft ?? published;
  if (!draft) return null;
  for (const { session, sequence, lines } of windows)
    if (sequence === null && draft.journals?.[session] === undefined) lost += lines;
  const apart = newest.filter((one) => isApart(one, draft));
  return { draft, lost: lost + (newer?.lost ?? 0), apart };
}

/** Whether a window did what a draft does not hold, and it can be had. */
export function isApart({ holds, restored }: WindowFiles, { journals = {} }: Draft): boolean {
  return !isIn(holds, journals) && !isIn(restored()?.draft.journals ?? {}, journals);
}

/**
 * Whether a window's state holds all that a draft holds. A journal of an earlier program may not say who wrote last: it
 * goes on right where the draft ends.
 */
const goesOnFrom = ({ holds, follows }: WindowFiles, draft: Draft): boolean =>
  isIn(lastHeld(draft), holds) || follows === draft.journal?.check;

/** Who wrote the last line that a draft holds, with its number: whoever holds that holds all of the draft. */
export const lastHeld = ({ journal, journals = {} }: Draft): Record<string, number> =>
  Object.fromEntries(Object.entries(journals).filter(([, number]) => number === journal?.sequence));

const isIn = (some: Record<string, number>, all: Record<string, number>): boolean =>
  Object.entries(some).every(([session, number]) => (all[session] ?? -1) >= number);

const isNewer = ({ turn, sequence }: WindowFiles, { turn: other = 0, journal }: Draft): boolean =>
  turn > other || (turn === other && (sequence ?? 0) > (journal?.sequence ?? 0));
