import type { IBuffer, IBufferCell } from '@xterm/headless';

export type Shade = 'dark' | 'light';

/** The 16 colours of a terminal, text and ground first. */
const shades: Record<Shade, { text: string; ground: string; colours: string[] }> = {
  dark: {
    text: '#d8dbe0',
    ground: '#16181d',
    colours: [
      ...['#3b4048', '#e0555c', '#7dbb6c', '#d9a441', '#5a9bf0', '#c07bd8', '#4fb3c4', '#c5c8cf'],
      ...['#6b727d', '#ff7b82', '#9ad689', '#f0c15e', '#82b6ff', '#d9a0ee', '#78d0df', '#ffffff'],
    ],
  },
  light: {
    text: '#24292f',
    ground: '#ffffff',
    colours: [
      ...['#24292f', '#c4232b', '#1a7f37', '#8a6100', '#0a5fd0', '#8031b5', '#0f7285', '#6e7781'],
      ...['#57606a', '#a40e26', '#2da44e', '#bf8700', '#218bff', '#a475f9', '#3192aa', '#8c959f'],
    ],
  },
};

/** Pixels of a cell, and around the screen. */
const cell = { width: 8.4, height: 18 };
const margin = 12;

/** Cells beside each other that look the same. */
interface Run {
  text: string;
  /** The first column, and how many there are. */
  from: number;
  columns: number;
  look: string;
  isInverse: boolean;
}

/** A terminal's screen as an SVG with a title, whose text is the screen's. */
export function svgOf(title: string, buffer: IBuffer, columns: number, rows: number, shade: Shade): string {
  const { text, ground, colours } = shades[shade];
  const [width, height] = [columns * cell.width + 2 * margin, rows * cell.height + 2 * margin];
  const lines = Array.from({ length: rows }, (_, row) =>
    runsOf(buffer, row, columns)
      .map((run) => drawn(run, row, text, ground))
      .join(''),
  );
  const styles = colours.map((colour, index) => `.c${index}{fill:${colour}}`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}">
<title>${title}</title>
<style>text{fill:${text};font:14px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre}.b{font-weight:700}.d{opacity:.65}.i{font-style:italic}.u{text-decoration:underline}${styles}</style>
<rect width="100%" height="100%" rx="8" fill="${ground}"/>
${lines.filter((line) => line !== '').join('\n')}
</svg>
`;
}

function drawn(
  { text, from, columns, look, isInverse }: Run,
  row: number,
  ink: string,
  ground: string,
): string {
  const [x, y] = [margin + from * cell.width, margin + row * cell.height];
  const wide = round(columns * cell.width);
  const behind = isInverse
    ? `<rect x="${round(x)}" y="${y}" width="${wide}" height="${cell.height}" fill="${ink}"/>`
    : '';
  const looks = look ? ` class="${look}"` : '';
  const fill = isInverse ? ` style="fill:${ground}"` : '';
  return `${behind}<text x="${round(x)}" y="${y + 13}" textLength="${wide}" lengthAdjust="spacingAndGlyphs"${looks}${fill}>${escaped(text)}</text>`;
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The runs of a row; spaces that look like nothing are left out. */
function runsOf(buffer: IBuffer, row: number, columns: number): Run[] {
  const line = buffer.getLine(buffer.viewportY + row);
  const runs: Run[] = [];
  for (let x = 0; line && x < columns; x++) {
    const one = line.getCell(x);
    if (!one || one.getWidth() === 0) continue;
    const [look, isInverse] = [lookOf(one), one.isInverse() !== 0];
    const last = runs.at(-1);
    const isWide = one.getWidth() > 1;
    // An emoji may have other columns in a font: what follows it begins anew.
    if (
      last &&
      !isWide &&
      last.look === look &&
      last.isInverse === isInverse &&
      last.from + last.columns === x
    ) {
      last.text += one.getChars() || ' ';
      last.columns += 1;
    } else runs.push({ text: one.getChars() || ' ', from: x, columns: one.getWidth(), look, isInverse });
  }
  return runs.flatMap(trimmed).flatMap((run) => (run.text === '' ? [] : [run]));
}

/** Without the spaces at its ends, which are not drawn. */
function trimmed(run: Run): Run[] {
  if (run.isInverse) return [run];
  const parts = [...run.text.matchAll(/\S+(?: \S+)*/g)];
  if (run.columns !== [...run.text].length) return [run];
  return parts.map(({ 0: text, index }) => {
    const before = [...run.text.slice(0, index)].length;
    return { ...run, text, from: run.from + before, columns: [...text].length };
  });
}

function lookOf(one: IBufferCell): string {
  const colour = one.isFgPalette() ? [`c${one.getFgColor()}`] : [];
  const looks = [
    ...(one.isBold() ? ['b'] : []),
    ...(one.isDim() ? ['d'] : []),
    ...(one.isItalic() ? ['i'] : []),
    ...(one.isUnderline() ? ['u'] : []),
  ];
  return [...looks, ...colour].join(' ');
}

/** The words of a picture, in their order: what a test compares. */
export const wordsIn = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].flatMap(([, text = '']) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
      .split(/\s+/)
      .filter((word) => word !== ''),
  );
