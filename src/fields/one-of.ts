import { bullets } from '../markdown/bullets.ts';
import type { Field } from './field.ts';
import type { Kind } from './kind.ts';
import { enclosed, words } from './words.ts';

const ticked = /^\[[xX]\]/;

/** Exactly one of the lines that the template gives; the value is the line's bold name. */
export const oneOf: Kind<string> = {
  ...words,
  write: (value, field) =>
    (field.lines ?? [])
      .map((line) => (nameOf(line) === value ? line.replace('[ ]', '[x]') : line))
      .join('\n'),
  read(source, field) {
    const items = bullets(source.replace(/^\n+/, ''));
    const chosen = items.filter((item) => ticked.test(item.text));
    const names = chosen.map((item) => optionOf(item.text, field));
    const [name] = names;
    if (names.length === 1 && name !== undefined) return { value: name, rest: foreign(items, field) };
    // None, or more than one: what the reviewer meant is not ours to say.
    return {
      value: null,
      rest: [...chosen.map((item) => `- ${item.text}`), foreign(items, field)].filter(Boolean).join('\n'),
    };
  },
  problem: (value, field) =>
    field.options?.includes(value) ? null : `has to be one of ${field.options?.join(', ')}`,
  describe(marked) {
    const lines = (marked.lines ?? []).filter((line) => line.trim() !== '');
    const options = lines.map(nameOf);
    const good =
      lines.length > 0 && lines.every((line, index) => /^- \[ \] /.test(line) && options[index] !== '');
    return {
      field: { ...enclosed(marked), hint: options.join(', '), lines, options },
      attributes: [],
      ...(good ? {} : { mistake: 'it has to enclose lines like "- [ ] **NAME** - what it means"' }),
    };
  },
};

const nameOf = (line: string): string => /\*\*(.+?)\*\*/.exec(line)?.[1] ?? '';

/** The option that a line names: in bold, or by the words that it begins with. */
function optionOf(text: string, field: Field): string | undefined {
  const said = (nameOf(text) || text.replace(/^\[[ xX]\]\s*/, '')).replace(/^[^\p{L}]+/u, '').toLowerCase();
  const options = [...(field.options ?? [])].sort((one, other) => other.length - one.length);
  return options.find((option) => said.startsWith(option.toLowerCase()));
}

/** Lines that are none of the template's options. */
function foreign(items: { text: string; marked: boolean }[], field: Field): string {
  const lines = items.filter((item) => optionOf(item.text, field) === undefined && !ticked.test(item.text));
  return lines.map((item) => (item.marked ? `- ${item.text}` : item.text)).join('\n');
}
