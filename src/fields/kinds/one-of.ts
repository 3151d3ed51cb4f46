import { bullet, bullets } from '../../markdown/bullets.ts';
import type { Field } from '../field.ts';
import type { Kind } from '../kind.ts';
import { enclosed, words } from '../words.ts';

const box = /^\[[ xX✓✔☑✅]?\][ \t]*/;
const ticked = /^\[[xX✓✔☑✅]\]/;

/** Exactly one of the lines that the template gives; the value is the line's bold name. */
export const oneOf: Kind<string> = {
  ...words,
  form: 'one-of',
  write: (value, field) =>
    (field.lines ?? [])
      .map((line) => (nameOf(line) === value ? line.replace('[ ]', '[x]') : line))
      .join('\n'),
  read(source, field) {
    const items = bullets(source.replace(/^\n+/, ''));
    const ticks = items.filter((item) => ticked.test(item.text));
    const chosen = ticks.map((item) => chosenBy(item.text, field));
    // Without boxes, a line that is nothing but the name of an option is the answer.
    const named = items
      .filter((item) => !box.test(item.text))
      .map((item) => {
        if (isDenied(item.text, field)) return undefined;
        return optionOf(item.text, field, 'all of it') ?? withReason(item.text, field);
      });
    const names = ticks.length > 0 ? chosen : named.filter((name) => name !== undefined);
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

/** The words of a line without its box, emoji, emphasis and number in a list. */
const wordsOf = (text: string): string =>
  text
    .replace(box, '')
    .replace(/[*_]/g, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^\d+[.)]\s+[^\p{L}\p{N}]*/u, '')
    .replace(/[\s.!]+$/, '')
    .toLowerCase();

/** The option that a line names: in bold, or by the words that it begins with or is. */
function optionOf(text: string, field: Field, extent: 'begin' | 'all of it' = 'begin'): string | undefined {
  const said = wordsOf((extent === 'begin' && nameOf(text)) || text);
  const options = [...(field.options ?? [])].sort((one, other) => other.length - one.length);
  return options.find((option) => {
    const name = option.toLowerCase();
    if (extent === 'all of it')
      return said === name || said.replace(/[ -]+/g, ' ') === name.replace(/[ -]+/g, ' ');
    return said.startsWith(name) && !/^[\p{L}\p{N}]/u.test(said.slice(name.length));
  });
}

/** Words that take something back, or make it depend on something. */
const reserved =
  /\b(?:not?|never|if|once|unless|until|till|provided|providing|when|after|subject to|depends?|depending|pending|assuming|except|but|only|without|cannot|can't|don't|tbd)\b|\?|~~/i;

/** A sign that denies what follows it, where the template does not have it in that option's line. */
const isDenied = (text: string, field: Field): boolean =>
  /[❌✗✘🚫⛔]|~~/u.test(text) &&
  !field.lines?.some(
    (line) => nameOf(line) === optionOf(text, field, 'all of it') && /[❌✗✘🚫⛔]/u.test(line),
  );

/**
 * The option of a ticked line. What the line says besides may take it back ("GO if …", "GO / NO-GO"): then it is none,
 * but for an option that is a no or a condition itself.
 */
function chosenBy(text: string, field: Field): string | undefined {
  const option = optionOf(text, field);
  if (option === undefined) return undefined;
  const own = field.lines?.some((line) => wordsOf(line.replace(/^- /, '')) === wordsOf(text));
  return own || isMeant(text, option, field) ? option : undefined;
}

/** Whether a line that begins with an option does not take it back. */
function isMeant(text: string, option: string, field: Field): boolean {
  const name = option.toLowerCase();
  const rest = wordsOf(text).replace(new RegExp(escaped(name).replace(/[ -]+/g, '[ -]+'), 'u'), ' ');
  const others = (field.options ?? []).filter((one) => one !== option);
  const another = others.some((one) =>
    new RegExp(`(?<![\\p{L}-])${escaped(one)}(?![\\p{L}-])`, 'iu').test(rest),
  );
  if (another || text.includes('~~')) return false;
  return /\b(?:no|not|conditional|conditionally)\b/i.test(name) || !reserved.test(rest);
}

const reasoned =
  /^[^\p{L}\p{N}]*([\p{Lu}\p{N}][\p{Lu}\p{N} -]*?)[*_`]*(?:\s*\p{Extended_Pictographic}\uFE0F?)?(?:\s+[–—-]|\s*[:;,.]|\s+\(|\s+(?=until|unless|because|due)\b)\s*\S/u;

/** The option that a line begins with, in capital letters, before a reason: "NO-GO - two services have no alerts". */
function withReason(text: string, field: Field): string | undefined {
  const spaced = (words = '') => words.trim().replace(/[ -]+/g, ' ');
  const said = spaced(reasoned.exec(text)?.[1]);
  const named = field.options?.find((option) => spaced(option) === said);
  return named !== undefined && isMeant(text, named, field) ? named : undefined;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a line says nothing but what the template's own line for that answer says. */
function isOwn(text: string, field: Field, value: string | null): boolean {
  const same = (line: string) => wordsOf(line.replace(/^- /, '')) === wordsOf(text);
  if (value !== null && wordsOf(text) === value.toLowerCase()) return true;
  const line = field.lines?.find(same);
  return line !== undefined && (!ticked.test(text) || nameOf(line) === value);
}
