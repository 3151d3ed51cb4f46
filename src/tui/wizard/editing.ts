import { clean } from '../../text/clean.ts';
import { keepVisible } from './layout.ts';
import { languageAt } from './looks/field.ts';
import { rowsOf } from './lookup.ts';
import { focusKey } from './navigate.ts';
import { type State, say } from './state.ts';
import { answer, answerOf, linesAsRows, replaceText, textAt, typingAt } from './typing.ts';
import { focusedPiece } from './view.ts';

/** What goes to the reviewer's editor, and what becomes of what comes back. */
interface Handed {
  text: string;
  /** Of the file, with its dot, so that the editor knows what it holds. */
  extension: string;
  take(state: State, text: string): State;
}

/** The focused field as a text to be edited elsewhere; in a list the whole list, an entry a line. */
export function handedOver(state: State): Handed | null {
  const piece = focusedPiece(state);
  if (!piece || !typingAt(state, piece)) return null;
  if (piece.type === 'row') {
    const { place, field } = piece;
    const list = piece.key.slice(0, piece.key.lastIndexOf('#'));
    return {
      text: rowsOf(state.history.present, place, field).join('\n'),
      extension: field.kind === 'location' ? '.txt' : '.md',
      take: (now, text) => {
        const rows = linesAsRows(cleaned(text));
        const written = answer({ ...now, gap: null }, place, answerOf(field, rows));
        return focusKey(written, `${list}#${Math.min(piece.index, Math.max(0, rows.length - 1))}`);
      },
    };
  }
  const code = piece.type === 'field' && piece.field.kind === 'code';
  return {
    text: state.buffer?.text ?? textAt(state, piece),
    extension: code ? extensionOf(languageAt(state, piece.place, piece.field)) : '.md',
    take: (now, text) => keepVisible(replaceText(now, cleaned(text))),
  };
}

/** What came back, taken; what was left out of it is said. */
export function takenBack(state: State, handed: Handed, text: string): State {
  if (text === handed.text) return say(state, 'Nothing was changed in the editor.');
  const { removed } = clean(text);
  const next = handed.take({ ...state, notice: null }, text);
  if (removed === 0) return next;
  return say(next, `${removed} control ${removed === 1 ? 'character' : 'characters'} left out.`);
}

const cleaned = (text: string): string => clean(text).text;

/** Names of languages that are no extensions of their files. */
const extensions: Record<string, string> = {
  bash: 'sh',
  javascript: 'js',
  python: 'py',
  ruby: 'rb',
  rust: 'rs',
  shell: 'sh',
  typescript: 'ts',
  markdown: 'md',
};

function extensionOf(language: string | null): string {
  if (language === null) return '.md';
  const name = language.toLowerCase();
  return `.${extensions[name] ?? (/^\w+$/.test(name) ? name : 'txt')}`;
}
