import {
  closeSync,
  constants,
  fdatasync,
  fstatSync,
  ftruncateSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { writeWhole } from '../../files/write.ts';
import { type Entry, headOf, type JournalOf, lineAfter, type Mark, markBeyond } from './journal-lines.ts';

/** The journal of a window: what is done is on its way to the disk before it is shown. Nobody else writes to it. */
export interface Journal {
  /** How far it has come. A draft that is saved now holds everything up to here. */
  mark(): Mark;
  /** Makes the file, if there is none yet, with a first line that says whose it is. Throws the file system's error. */
  begin(): void;
  /** Adds a line; throws the file system's error, and nothing is added then. */
  append(entry: Entry): void;
  /** A mark for a state that no line leads to. */
  beyond(): Mark;
  /** Begins the file anew: the draft was saved with this mark. Throws the file system's error, and stays stuck then. */
  restart(after: Mark): void;
  /** Whether no line can be added until it is begun anew. */
  isStuck(): boolean;
  /** Bytes in its file. */
  size(): number;
  close(): void;
}

/** Milliseconds in which lines are brought together into one sync, against a power cut. */
const syncEvery = 200;

const { O_APPEND, O_CREAT, O_EXCL, O_RDWR, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/**
 * A journal that goes on after a mark. Its file is made with the first line, in a folder that is there: whoever only
 * looks changes nothing.
 */
export function openJournal(path: string, id: string, after: Mark, of: JournalOf): Journal {
  let mark = after;
  let handle: number | null = null;
  let size = 0;
  let stuck: unknown = null;
  let timer: NodeJS.Timeout | null = null;

  function made(): number {
    const opened = openSync(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_NOFOLLOW, 0o600);
    try {
      size = writeAll(opened, headOf(id, mark, of), 0);
      return opened;
    } catch (error) {
      closeQuietly(opened);
      rmSync(path, { force: true });
      throw error;
    }
  }

  /** After a failure, with what may have come of the line that failed taken away. */
  function reopened(): number {
    const opened = openSync(path, O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK);
    try {
      const there = fstatSync(opened).size;
      if (there > size) ftruncateSync(opened, size);
      else if (there < size) throw new Error('has been cut short');
      return opened;
    } catch (error) {
      closeQuietly(opened);
      throw error;
    }
  }

  function sync(): void {
    timer ??= setTimeout(() => {
      timer = null;
      if (handle !== null) fdatasync(handle, () => {});
    }, syncEvery).unref();
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
    isStuck: () => stuck !== null,
    begin() {
      if (size === 0 && stuck === null) handle = made();
    },
    append(entry) {
      if (stuck !== null) throw stuck;
      const next = lineAfter(id, mark, entry);
      try {
        handle ??= size === 0 ? made() : reopened();
        size = writeAll(handle, next.line, size);
        mark = next.mark;
        sync();
      } catch (error) {
        // The next line tries again, from the file that is there then.
        close();
        throw error;
      }
    },
    beyond: () => markBeyond(id, mark, String(Math.random())),
    restart(after) {
      close();
      mark = after;
      stuck = new Error('waits for the draft to be saved');
      const head = headOf(id, mark, of);
      writeWhole(path, head, { mode: 0o600 });
      size = Buffer.byteLength(head);
      stuck = null;
    },
    close,
  };
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
