/** How one text becomes another: at `at`, so many UTF-16 units go and `put` comes. */
export interface Splice {
  at: number;
  cut: number;
  put: string;
}

/**
 * The shortest single splice that makes `after` of `before`. Compares in blocks, which the engine does far faster
 * than a loop over characters: typing into a text of megabytes costs a fraction of a millisecond.
 */
export function spliceBetween(before: string, after: string): Splice {
  const shorter = Math.min(before.length, after.length);
  const head = commonHead(before, after, shorter);
  const tail = commonTail(before, after, shorter - head);
  return { at: head, cut: before.length - head - tail, put: after.slice(head, after.length - tail) };
}

/** The text with the splice done; null when it does not fit the text. */
export function spliced(text: string, { at, cut, put }: Splice): string | null {
  if (at < 0 || cut < 0 || at + cut > text.length) return null;
  return text.slice(0, at) + put + text.slice(at + cut);
}

const block = 4096;

function commonHead(one: string, other: string, most: number): number {
  let same = 0;
  for (let size = block; size >= block; ) {
    const next = Math.min(same + size, most);
    if (next > same && one.slice(same, next) === other.slice(same, next)) {
      same = next;
      if (same === most) return same;
      size *= 2;
    } else {
      size = Math.floor(size / 2);
    }
  }
  while (same < most && one.charCodeAt(same) === other.charCodeAt(same)) same += 1;
  return same;
}

function commonTail(one: string, other: string, most: number): number {
  let same = 0;
  const part = (text: string, from: number, to: number) => text.slice(text.length - to, text.length - from);
  for (let size = block; size >= block; ) {
    const next = Math.min(same + size, most);
    if (next > same && part(one, same, next) === part(other, same, next)) {
      same = next;
      if (same === most) return same;
      size *= 2;
    } else {
      size = Math.floor(size / 2);
    }
  }
  while (same < most && one.charCodeAt(one.length - 1 - same) === other.charCodeAt(other.length - 1 - same)) {
    same += 1;
  }
  return same;
}
