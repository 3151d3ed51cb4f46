import { bullet, bullets } from '../markdown/bullets.ts';
import type { Field } from './field.ts';
import type { Kind } from './kind.ts';
import { enclosed, words } from './words.ts';

const box = /^\[[ xX]\][ \t]*/;
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
    const chosen = items.filter((item) => ticked.test(item.text)).map((item) => optionOf(item.text, field));
    // Without boxes, a line that is nothing but the name of an option is the answer.
    const named = items
      .filter((item) => !box.test(item.text))
      .map((item) => optionOf(item.text, field, 'all of it'));
    const names = chosen.length > 0 ? chosen : named.filter((name) => name !== undefined);
    const [name] = names;
    // None, or more than one: what the reviewer meant is not ours to say. The lines are kept.
    const value = names.length === 1 && name !== undefined ? name : null;
    const rest = items.filter((item) => !isOwn(item.text, field, value));
    return {
      value,
      rest: rest.map((item) => (item.marked ? bullet('- ', item.text) : item.text)).join('\n'),
    };
  },
  problem: (value, field) =>
    field.options?.includes(value) ? null : `has to be one of ${field.options?.join(', ')}`,
  describe(marked) {
    const lines = (marked.lines ?? []).filter((line) => line.trim() !== '');
    const options = lines.map(nameOf);
    const field = { ...enclosed(marked), hint: options.join(', '), lines, options };
    const good =
      lines.length > 0 && lines.every((line, index) => /^- \[ \] /.test(line) && options[index] !== '');
    const known = lines.map((line) => optionOf(line.slice(2), field as Field));
    const apart = new Set(known).size === lines.length && known.every((name, at) => name === options[at]);
    const mistake = good
      ? !apart && 'its names have to differ, and begin with a letter'
      : 'it has to enclose lines like "- [ ] **NAME** - what it means"';
    return { field, attributes: [], ...(mistake ? { mistake } : {}) };
  },
};

const nameOf = (line: string): string => /\*\*(.+?)\*\*/.exec(line)?.[1] ?? '';

/** The words of a line without its box, emoji and emphasis. */
const wordsOf = (text: string): string =>
  text
    .replace(box, '')
    .replace(/[*_]/g, '')
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[\s.!]+$/, '')
    .toLowerCase();

/** The option that a line names: in bold, or by the words that it begins with or is. */
function optionOf(text: string, field: Field, extent: 'begin' | 'all of it' = 'begin'): string | undefined {
  const said = wordsOf((extent === 'begin' && nameOf(text)) || text);
  const options = [...(field.options ?? [])].sort((one, other) => other.length - one.length);
  return options.find((option) => {
    const name = option.toLowerCase();
    return extent === 'begin' ? said.startsWith(name) : said === name;
  });
}

/** Whether a line says nothing but what the template's own line for that answer says. */
function isOwn(text: string, field: Field, value: string | null): boolean {
  const same = (line: string) => wordsOf(line.replace(/^- /, '')) === wordsOf(text);
  if (value !== null && wordsOf(text) === value.toLowerCase()) return true;
  const line = field.lines?.find(same);
  return line !== undefined && (!ticked.test(text) || nameOf(line) === value);
}
