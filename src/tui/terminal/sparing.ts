/** A control sequence, a newline, or anything between them. */
const part = /\x1b\[([0-?]*)([ -/]*[@-~])|\n|\r|[^\x1b\n\r]+|\x1b/g;

/** What is said before an update, and says nothing of where the cursor is. */
const early = new Set(['?2026h', '?25l']);

/** What leaves the cursor where it is: erasing in a row, and modes but for the other screen. */
const stays = /K$|^\x1b\[\?(?!1049)\d+[hl]$/;

/** The code that turns a style off again, by the one that turns it on; null for any other code. */
const offOf = (code: number): number | null => {
  if (code === 1 || code === 2) return 22;
  if (code === 3 || code === 4 || code === 7 || code === 9) return code + 20;
  if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) return 39;
  return (code >= 40 && code <= 47) || (code >= 100 && code <= 107) ? 49 : null;
};

/**
 * Writes what Ink sends in fewer bytes: moves of the cursor that follow one another are one, and styles that nothing is
 * written in are left out. A typed letter takes 32 bytes instead of 185: over a slow line that is seen.
 *
 * It holds for Ink's updates of a frame that is as high as the screen: no move goes over the edge, and no newline is in
 * the last row. Anything else goes on as it is.
 */
export function sparing(): (data: string) => string {
  /** The column of the cursor, counted from 1; null where nobody knows. */
  let column: number | null = null;
  let style = '';
  return (data) => {
    // A whole frame, from its first row on.
    if (data.includes('\n') && !data.includes('\x1b[E')) {
      column = null;
      return data;
    }
    let out = '';
    let rows = 0;
    let target = column;
    const wanted = new Set(style === '' ? [] : style.split(';'));
    const place = () => {
      if (rows !== 0) out += `\x1b[${Math.abs(rows) === 1 ? '' : Math.abs(rows)}${rows > 0 ? 'B' : 'A'}`;
      if (target !== null && target !== column) out += target === 1 ? '\r' : `\x1b[${target}G`;
      rows = 0;
      column = target;
    };
    const dress = () => {
      const next = [...wanted].join(';');
      if (next === style) return;
      out += styled(style, next);
      style = next;
    };
    for (const [whole, parameters, final] of data.matchAll(part)) {
      const number = Number(parameters || 1);
      if (final === 'A') rows -= number;
      else if (final === 'B') rows += number;
      else if (final === 'G') target = number;
      else if (whole === '\r') target = 1;
      else if (final === 'E' || whole === '\n') {
        rows += whole === '\n' ? 1 : number;
        target = 1;
      } else if (final === 'm' && take(wanted, parameters ?? '')) continue;
      else if (early.has(`${parameters}${final}`)) out += whole;
      else {
        place();
        dress();
        out += whole;
        if (final === undefined) target = column = after(column, whole);
        else if (!stays.test(whole)) target = column = null;
      }
    }
    place();
    dress();
    return out;
  };
}

/** The column behind a text; null where terminals may not agree on that. */
const after = (column: number | null, text: string): number | null =>
  column !== null && /^[\x20-\x7e]+$/.test(text) ? column + text.length : null;

/** Turns a style on or off among those that are wanted; false where it is none of those that are known. */
function take(wanted: Set<string>, parameters: string): boolean {
  const code = Number(parameters || 0);
  if (code === 0) {
    wanted.clear();
    return true;
  }
  const off = offOf(code);
  for (const one of [...wanted])
    if (offOf(Number(one)) === (off === 22 ? null : (off ?? code))) wanted.delete(one);
  if (off !== null) wanted.add(String(code));
  return off !== null || [22, 23, 24, 27, 29, 39, 49].includes(code);
}

/** From one set of styles to another. */
function styled(from: string, to: string): string {
  const [before, now] = [from, to].map((all) => new Set(all === '' ? [] : all.split(';')));
  const gone = [...(before ?? [])].filter((one) => !now?.has(one)).map((one) => offOf(Number(one)));
  const off = [...new Set(gone)];
  // Bold and dim are turned off together.
  const come = [...(now ?? [])].filter((one) => !before?.has(one) || off.includes(offOf(Number(one))));
  return [...off, ...come].map((code) => `\x1b[${code}m`).join('');
}
