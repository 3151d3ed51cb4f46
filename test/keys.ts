/** What terminals send for keys that are no characters. */
const sent: Record<string, string> = {
  enter: '\r',
  escape: '\x1b',
  tab: '\t',
  'shift+tab': '\x1b[Z',
  space: ' ',
  backspace: '\x7f',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  home: '\x1b[H',
  end: '\x1b[F',
  delete: '\x1b[3~',
  pageup: '\x1b[5~',
  pagedown: '\x1b[6~',
  f1: '\x1bOP',
  'ctrl+left': '\x1b[1;5D',
  'ctrl+right': '\x1b[1;5C',
  'alt+left': '\x1b[1;3D',
  'alt+right': '\x1b[1;3C',
};

/** The bytes of a key by its name ("tab", "ctrl+c", "alt+d"), or of a character. */
export function bytesOf(key: string): string {
  const known = sent[key];
  if (known !== undefined) return known;
  const control = /^ctrl\+([a-z])$/.exec(key)?.[1];
  if (control) return String.fromCharCode(control.charCodeAt(0) - 96);
  return key.replace(/^alt\+(.)$/, '\x1b$1');
}
