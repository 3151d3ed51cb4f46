import type { Key } from 'ink';
import type { Edit, Motion } from '../../text/buffer.ts';

const motions = [
  ['leftArrow', 'left', 'word-left'],
  ['rightArrow', 'right', 'word-right'],
  ['home', 'line-start', 'text-start'],
  ['end', 'line-end', 'text-end'],
] as const satisfies [keyof Key, Motion, Motion][];

const chords: Record<string, Edit> = {
  a: { edit: 'move', motion: 'line-start', width: 1 },
  e: { edit: 'move', motion: 'line-end', width: 1 },
  w: { edit: 'delete', what: 'word-backward' },
  u: { edit: 'delete', what: 'to-line-start' },
  k: { edit: 'delete', what: 'to-line-end' },
};

/** What a key does to one line of text; null when it is no editing key. Pastes do not come here. */
export function editOf(input: string, key: Key): Edit | null {
  if (key.eventType === 'release' || key.super || key.hyper) return null;
  const far = key.ctrl || key.meta;
  for (const [name, near, further] of motions) {
    if (key[name]) return { edit: 'move', motion: far ? further : near, width: 1 };
  }
  if (key.backspace) return { edit: 'delete', what: far ? 'word-backward' : 'backward' };
  if (key.delete) return { edit: 'delete', what: far ? 'word-forward' : 'forward' };
  if (key.ctrl) return key.meta ? null : (chords[input] ?? null);
  if (key.meta) return metaEdits[input] ?? null;
  if (key.return || key.tab || key.escape || !/^[^\x00-\x1f\x7f]+$/.test(input)) return null;
  return { edit: 'insert', text: input };
}

// Terminals on macOS send Alt and arrows as these, like readline has them.
const metaEdits: Record<string, Edit> = {
  b: { edit: 'move', motion: 'word-left', width: 1 },
  f: { edit: 'move', motion: 'word-right', width: 1 },
  d: { edit: 'delete', what: 'word-forward' },
};
