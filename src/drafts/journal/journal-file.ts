import {
  closeSync,
  constants,
  fchmodSync,
  fdatasync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { makePrivateFolder, writeWhole } from '../../files/write.ts';
import {
  type Entry,
  headOf,
  type JournalText,
  lineAfter,
  type Mark,
  markBeyond,
  readJournal,
} from './journal-lines.ts';

/** The journal of a draft that is open: what is done is on its way to the disk before it is shown. */
export interface Journal {
  /** How far it has come. A draft that is saved now holds everything up to here. */
  mark(): Mark;
  /** Adds a line; throws the file system's error, and nothing is added then. */
  append(entry: Entry): void;
  /** Something was done that no line tells: none is added until the draft is saved and the journal begins anew. */
  leap(): void;
  /** The draft was saved, with this mark. Begins the journal anew when it has grown long, or could not be written. */
  saved(restart: boolean): void;
  /** Bytes in its file. */
  size(): number;
  /** Where the file went that was there and was no journal that goes on from here. */
  aside(): string | null;
  close(): void;
}

/** Milliseconds in which lines are brought together into one sync, against a power cut. */
const syncEvery = 200;

const { O_APPEND, O_CREAT, O_RDWR, O_NOFOLLOW = 0 } = constants;

/**
 * A journal that goes on after a mark. The file is opened with the first line: whoever only looks changes nothing.
 * @param sure asked before a file is put in the place of another; throws when the draft is another's by now
 */
export function openJournal(path: string, id: string, after: Mark, sure: () => void = () => {}): Journal {
  let mark = after;
  let handle: number | null = null;
  let size = 0;
  /** Why a line could not be written, until the next save begins the journal anew. */
  let broken: unknown = null;
  let aside: string | null = null;
  let timer: NodeJS.Timeout | null = null;

  function open(): number {
    makePrivateFolder(dirname(path));
    let opened = openSync(path, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW, 0o600);
    try {
      if ((fstatSync(opened).mode & 0o077) !== 0) fchmodSync(opened, 0o600);
      const there = readFileSync(opened);
      const journal = there.length > 0 ? readJournal(id, there) : null;
      if (journal && goesOn(journal, mark)) {
        // Lines that cannot be used are kept elsewhere; a torn one that stays would take the next with it.
        if (journal.lost > 0) writeWhole(putAside(), there, { mode: 0o600 });
        if (journal.end < there.length) ftruncateSync(opened, journal.end);
        size = journal.end;
        return opened;
      }
      if (there.length > 0) {
        sure();
        renameSync(path, putAside());
        closeSync(opened);
        opened = openSync(path, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW, 0o600);
      }
      size = writeAll(opened, headOf(id, mark), 0);
      return opened;
    } catch (error) {
      closeQuietly(opened);
      throw error;
    }
  }

  function putAside(): string {
    aside = `${path}.${Date.now()}.aside`;
    return aside;
  }

  function sync(): void {
    timer ??= setTimeout(() => {
      timer = null;
      if (handle !== null) fdatasync(handle, () => {});
    }, syncEvery).unref();
  }

  /** What follows is in the next save and nowhere before: that save must not look like one this journal leads to. */
  function breakOff(why: unknown): void {
    broken = why;
    mark = markBeyond(id, mark, String(Math.random()));
  }

  function close(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    if (handle !== null) closeQuietly(handle);
    handle = null;
  }

  return {
    mark: () => mark,
    size: () => size,
    aside: () => aside,
    append(entry) {
      if (broken !== null) throw broken;
      const next = lineAfter(id, mark, entry);
      try {
        handle ??= open();
        size = writeAll(handle, next.line, size);
        mark = next.mark;
        sync();
      } catch (error) {
        breakOff(error);
        throw error;
      }
    },
    leap() {
      if (broken === null) breakOff(new Error('waits for the draft to be saved'));
    },
    saved(restart) {
      if (broken === null && !restart) return;
      close();
      const head = headOf(id, mark);
      writeWhole(path, head, { mode: 0o600, sure });
      size = Buffer.byteLength(head);
      broken = null;
    },
    close,
  };
}

/** Whether its last good line is the mark. */
function goesOn(journal: JournalText, mark: Mark): boolean {
  const last = journal.lines.at(-1)?.mark ?? journal.after;
  return last.sequence === mark.sequence && last.check === mark.check;
}

/** Writes all of a text at the end of a file of that size; takes a part of it away again when it does not fit. */
function writeAll(handle: number, text: string, size: number): number {
  const bytes = Buffer.from(text);
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(handle, bytes, done);
    return size + bytes.length;
  } catch (error) {
    if (done > 0) ftruncateSync(handle, size);
    throw error;
  }
}

function closeQuietly(handle: number): void {
  try {
    closeSync(handle);
  } catch {
    // It was closed already.
  }
}

/** The content of a journal; empty when there is none. Throws the file system's error. */
export function journalBytes(path: string): Buffer {
  const handle = openSync(path, constants.O_RDONLY | O_NOFOLLOW);
  try {
    const { size } = fstatSync(handle);
    if (size > largest) throw new Error(`is too large (${Math.round(size / 1024 / 1024)} MiB)`);
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** More than that is no journal of ours: it begins anew long before. */
const largest = 256 * 1024 * 1024;
