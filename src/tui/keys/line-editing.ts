import type { Edit, Motion } from '../../text/buffer.ts';

/** A key that edits text, wherever text is typed. */
export interface EditKey {
  keys: string[];
  does: string;
  edit: { edit: 'move'; motion: Motion } | Extract<Edit, { edit: 'delete' }>;
}

const move = (keys: string[], motion: Motion, does: string): EditKey => ({
  keys,
  does,
  edit: { edit: 'move', motion },
});

const erase = (keys: string[], what: Extract<Edit, { edit: 'delete' }>['what'], does: string): EditKey => ({
  keys,
  does,
  edit: { edit: 'delete', what },
});

/** The keys that move in text and delete from it, in every field, prompt and search alike. */
export const editKeys: readonly EditKey[] = [
  move(['left'], 'left', 'one character to the left'),
  move(['right'], 'right', 'one character to the right'),
  move(['home', 'ctrl+a'], 'line-start', 'start of the line'),
  move(['end', 'ctrl+e'], 'line-end', 'end of the line'),
  move(['ctrl+left', 'alt+left', 'alt+b'], 'word-left', 'one word to the left'),
  move(['ctrl+right', 'alt+right', 'alt+f'], 'word-right', 'one word to the right'),
  move(['ctrl+home', 'alt+home'], 'text-start', 'start of the text'),
  move(['ctrl+end', 'alt+end'], 'text-end', 'end of the text'),
  erase(['backspace'], 'backward', 'deletes the character before'),
  erase(['delete'], 'forward', 'deletes the character after'),
  erase(['ctrl+w', 'alt+backspace', 'ctrl+backspace'], 'word-backward', 'deletes the word before'),
  erase(['alt+d', 'alt+delete', 'ctrl+delete'], 'word-forward', 'deletes the word after'),
  erase(['ctrl+u'], 'to-line-start', 'deletes to the start of the line'),
  erase(['ctrl+k'], 'to-line-end', 'deletes to the end of the line'),
];

const byKey = new Map(editKeys.flatMap(({ keys, edit }) => keys.map((key) => [key, edit])));

/** The edit that a key means in a text of one line; null for a key that edits nothing. */
export function lineEdit(key: string): Edit | null {
  const edit = byKey.get(key);
  if (!edit) return null;
  return edit.edit === 'move' ? { ...edit, width: Number.MAX_SAFE_INTEGER } : edit;
}
