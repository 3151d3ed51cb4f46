import { isCode } from '../../../fields/code-words.ts';
import type { Field } from '../../../fields/field.ts';
import type { Code, Value } from '../../../fields/value.ts';
import type { Control } from './control.ts';

export const asCode = (value: Value | undefined): Code | null =>
  typeof value === 'object' && !Array.isArray(value) ? value : null;

/** The language that a code answer is in: its own, else the field's. */
function languageOf(value: Value | undefined, field: Field): string | null {
  const code = asCode(value);
  return code ? code.language : (field.language ?? '');
}

/** The language of what is typed: the one that was chosen, else the field's while that is code of it. */
function typedLanguage(text: string, field: Field, before: Value | undefined): string | null {
  const now = languageOf(before, field);
  const isChosen = now !== seenIn(asCode(before)?.text ?? '', field);
  return isChosen ? now : seenIn(text, field);
}

/** The field's language for code of it, and before anything is typed; none for words. */
const seenIn = (text: string, { language = '' }: Field): string =>
  text.trim() === '' || isCode(text, language) ? language : '';

/** Code: as it is typed or pasted, tabs kept; its language is changed with Ctrl+L. */
export const codeControl: Control = {
  typing: 'lines',
  tall: true,
  beside: false,
  text: (value) => asCode(value)?.text ?? '',
  value: (text, field, before) => ({ text, language: typedLanguage(text, field, before) }),
  tidied: (value) => {
    const code = asCode(value);
    return code ? { ...code, text: code.text.replace(/\n+$/, '') } : value;
  },
  extension: (value, field) => extensionOf(languageOf(value, field)),
  language: languageOf,
  // A language that was chosen holds before the first letter and after the last one is deleted.
  says: (value, field) => languageOf(value, field) !== (field.language ?? ''),
};

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
