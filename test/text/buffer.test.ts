import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, type Buffer, bufferOf, type Edit } from '../../src/text/buffer.ts';
import { runs } from '../runs.ts';
import { piece, text } from './arbitrary.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const split = (s: string): string[] => [...segmenter.segment(s)].map((part) => part.segment);

/** The model: the graphemes before and behind the caret. */
interface Model {
  before: string[];
  behind: string[];
}

function modelOf(whole: string, caret: number): Model {
  const all = split(whole);
  const before: string[] = [];
  let at = 0;
  while (at < caret) {
    const next = all.shift() ?? '';
    before.push(next);
    at += next.length;
  }
  return { before, behind: all };
}

function again(before: string[], behind: string[]): Model {
  return modelOf(before.join('') + behind.join(''), before.join('').length);
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Start and end of every word of the caret's line, and where the line begins and ends. */
function wordsAt(whole: string, caret: number) {
  const start = caret === 0 ? 0 : whole.lastIndexOf('\n', caret - 1) + 1;
  const line = whole.slice(start).split('\n', 1)[0] ?? '';
  const found = [...words.segment(line)].filter((part) => part.isWordLike);
  const ranges = found.map(({ index, segment }) => [start + index, start + index + segment.length] as const);
  return { start, end: start + line.length, ranges };
}

/** Where graphemes begin and end. */
function edges(whole: string): number[] {
  const all = [0];
  for (const part of split(whole)) all.push((all.at(-1) ?? 0) + part.length);
  return all;
}

function wordStart(whole: string, caret: number): number {
  const { start, ranges } = wordsAt(whole, caret);
  if (caret <= start) return Math.max(0, caret - 1);
  const word = ranges.findLast(([from]) => from < caret)?.[0] ?? start;
  const edge = edges(whole).find((at) => at >= word) ?? caret;
  return edge < caret ? edge : (edges(whole).findLast((at) => at < caret) ?? 0);
}

function wordEnd(whole: string, caret: number): number {
  const { end, ranges } = wordsAt(whole, caret);
  if (caret >= end) return Math.min(whole.length, caret + 1);
  const word = ranges.find(([, to]) => to > caret)?.[1] ?? end;
  return edges(whole).find((at) => at >= word) ?? end;
}

function applyModel({ before, behind }: Model, edit: Edit): Model {
  if (edit.edit === 'insert') return again([...before, ...edit.text], behind);
  if (edit.edit === 'delete') {
    if (edit.what === 'backward') return again(before.slice(0, -1), behind);
    if (edit.what === 'forward') return again(before, behind.slice(1));
    if (edit.what === 'word-backward' || edit.what === 'word-forward') {
      const whole = before.join('') + behind.join('');
      const at = before.join('').length;
      const to = edit.what === 'word-backward' ? wordStart(whole, at) : wordEnd(whole, at);
      const from = Math.min(at, to);
      return modelOf(whole.slice(0, from) + whole.slice(Math.max(at, to)), from);
    }
    const lineStart = before.lastIndexOf('\n') + 1;
    const newline = behind.indexOf('\n');
    const lineEnd = newline === -1 ? behind.length : newline;
    if (edit.what === 'to-line-start') {
      return again(
        before.slice(0, lineStart === before.length ? Math.max(0, lineStart - 1) : lineStart),
        behind,
      );
    }
    return again(before, behind.slice(lineEnd === 0 ? 1 : lineEnd));
  }
  const all = [...before, ...behind];
  if (edit.motion === 'word-left' || edit.motion === 'word-right') {
    const offset = before.join('').length;
    const to = edit.motion === 'word-left' ? wordStart : wordEnd;
    return modelOf(all.join(''), to(all.join(''), offset));
  }
  let at = before.length;
  if (edit.motion === 'left') at--;
  else if (edit.motion === 'right') at++;
  else if (edit.motion === 'line-start') at = before.lastIndexOf('\n') + 1;
  else if (edit.motion === 'line-end') at = [...all, '\n'].indexOf('\n', at);
  else if (edit.motion === 'text-start') at = 0;
  else if (edit.motion === 'text-end') at = all.length;
  at = Math.max(0, Math.min(all.length, at));
  return { before: all.slice(0, at), behind: all.slice(at) };
}

const simpleEdit: fc.Arbitrary<Edit> = fc.oneof(
  piece.map((inserted): Edit => ({ edit: 'insert', text: inserted })),
  fc
    .constantFrom(
      'left',
      'right',
      'line-start',
      'line-end',
      'text-start',
      'text-end',
      'word-left',
      'word-right' as const,
    )
    .map((motion): Edit => ({ edit: 'move', motion, width: 10 })),
  fc
    .constantFrom(
      ...(['backward', 'forward', 'to-line-start', 'to-line-end', 'word-backward', 'word-forward'] as const),
    )
    .map((what): Edit => ({ edit: 'delete', what })),
);

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  simpleEdit,
  fc
    .constantFrom('up', 'down', 'page-up', 'page-down' as const)
    .map((motion): Edit => ({ edit: 'move', motion, width: 7, rows: 3 })),
);

const move = (buffer: Buffer, motion: Extract<Edit, { edit: 'move' }>['motion'], width = 80): Buffer =>
  applyEdit(buffer, { edit: 'move', motion, width });

/** The text with | where the caret is. */
const shown = (buffer: Buffer): string =>
  `${buffer.text.slice(0, buffer.caret)}|${buffer.text.slice(buffer.caret)}`;

describe('the text buffer', () => {
  test('does what a list of graphemes with a caret does', () => {
    fc.assert(
      fc.property(text, fc.nat(60), fc.array(simpleEdit, { maxLength: 30 }), (whole, caret, edits) => {
        let buffer = bufferOf(whole, caret);
        let model = modelOf(whole, buffer.caret);
        for (const edit of edits) {
          buffer = applyEdit(buffer, edit);
          model = applyModel(model, edit);
          expect(buffer.text).toBe(model.before.join('') + model.behind.join(''));
          expect(buffer.caret).toBe(model.before.join('').length);
        }
      }),
      { numRuns: runs(50) },
    );
  });

  test('keeps the caret at a grapheme boundary, whatever is done', () => {
    fc.assert(
      fc.property(text, fc.nat(60), fc.array(anyEdit, { maxLength: 30 }), (whole, caret, edits) => {
        let buffer = bufferOf(whole, caret);
        for (const edit of edits) buffer = applyEdit(buffer, edit);
        const boundaries = [0];
        for (const part of split(buffer.text)) boundaries.push((boundaries.at(-1) ?? 0) + part.length);
        expect(boundaries).toContain(buffer.caret);
      }),
      { numRuns: runs(50) },
    );
  });

  test('motion never changes the text, and gives the same buffer when it goes nowhere', () => {
    const top = bufferOf('one\ntwo', 1);
    expect(move(top, 'up')).toBe(top);
    const end = bufferOf('one\ntwo');
    expect(move(end, 'down')).toBe(end);
    expect(applyEdit(end, { edit: 'delete', what: 'forward' }).text).toBe('one\ntwo');
    expect(applyEdit(end, { edit: 'insert', text: '' })).toBe(end);
  });

  test('up and down keep their column over a short line', () => {
    const start = bufferOf('long first line\nab\nlong third line', 9);
    const once = move(start, 'down');
    expect(shown(once)).toBe('long first line\nab|\nlong third line');
    expect(shown(move(once, 'down'))).toBe('long first line\nab\nlong thir|d line');
    expect(shown(move(move(once, 'down'), 'up'))).toBe(shown(once));
  });

  test('down goes through wrapped rows, and columns are those of the screen', () => {
    expect(shown(move(bufferOf('one two three', 1), 'down', 8))).toBe('one two t|hree');
    expect(shown(move(bufferOf('漢字\nabcdef', 2), 'down'))).toBe('漢字\nabcd|ef');
    expect(shown(move(bufferOf('abc\n漢字', 3), 'down'))).toBe('abc\n漢|字');
  });

  test('a caret at the end of a broken word stays on its row', () => {
    const buffer = move(bufferOf('abcdefgh\nwxyz', 13), 'up', 4);
    expect(shown(buffer)).toBe('abcdefgh|\nwxyz');
    expect(shown(move(buffer, 'up', 4))).toBe('abc|defgh\nwxyz');
    expect(shown(move(move(bufferOf('abcdefghij', 10), 'up', 4), 'up', 4))).toBe('ab|cdefghij');
  });

  test('a page moves by its rows and stops at the ends', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`).join('\n');
    const down = applyEdit(bufferOf(lines, 0), { edit: 'move', motion: 'page-down', width: 80, rows: 12 });
    expect(down.text.slice(down.caret, down.caret + 7)).toBe('line 12');
    const end = applyEdit(bufferOf(lines, 0), { edit: 'move', motion: 'page-down', width: 80, rows: 99 });
    expect(end.text.slice(end.caret)).toBe('line 29');
  });

  test('words end at punctuation and at the line', () => {
    expect(shown(move(bufferOf('internal/auth/session.go:42'), 'word-left'))).toBe(
      'internal/auth/session.go:|42',
    );
    expect(shown(move(bufferOf('the quick fox', 3), 'word-right'))).toBe('the quick| fox');
    expect(shown(move(bufferOf('one\ntwo', 4), 'word-left'))).toBe('one|\ntwo');
    const cut = applyEdit(bufferOf('keep the word'), { edit: 'delete', what: 'word-backward' });
    expect(shown(cut)).toBe('keep the |');
  });

  test('a backspace takes what a person sees as one character', () => {
    for (const seen of ['👩‍👩‍👧‍👦', 'e\u0301', '🇩🇪', '👍🏽', '漢']) {
      const buffer = applyEdit(bufferOf(`a${seen}`), { edit: 'delete', what: 'backward' });
      expect(buffer.text).toBe('a');
    }
  });
});
