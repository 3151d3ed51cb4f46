import * as z from 'zod/mini';
import { bullet, bullets } from '../../markdown/bullets.ts';
import { containBlock, containStart, type Landmark, releaseBlock } from '../../markdown/contain.ts';
import { containLine } from '../../markdown/contain-line.ts';
import { releaseLine } from '../../markdown/entity.ts';
import { scan } from '../../markdown/scan.ts';
import type { Field } from '../field.ts';
import type { Kind } from '../kind.ts';
import type { ChecklistItem } from '../value.ts';
import { enclosed } from '../words.ts';

const box = /^\[([ xX])\](?:[ \t]+|$)/;
/** What people write for a box: `☑`, `✅`, `[✓]`, `❌`. */
const sign = /^(?:(\[[✓✔✅☑]\]|[☑✅✓✔🗹])|(\[[✗✘❌☐]?\]|[☐❌✗✘⬜]))\uFE0F?(?:[ \t]+|$)/u;
/** The last of its kind, and none that begins in a fence. */
const exempt = / \(N\/A(?:: ((?:(?! \(N\/A[:)])(?!\n {0,3}(?:```|~~~))[\s\S])*))?\)$/;

/**
 * Items to tick, to leave, or to mark as not applicable; the reviewer's own may follow. The template's items always
 * stand, in its order, unless it says `editable`.
 */
export const checklist: Kind<ChecklistItem[]> = {
  form: 'checklist',
  schema: z.array(
    z.strictObject({ text: z.string(), done: z.boolean(), notApplicable: z.optional(z.string()) }),
  ) as never,
  isEmpty: (value) => named(value).length === 0,
  settle(value, field) {
    if (field.editable) return named(value);
    const template = templateItems(field);
    const own = named(value).filter((one) => !template.some((item) => sameItem(one, item)));
    return [
      ...template.map((item) =>
        merged(
          item,
          named(value).filter((one) => sameItem(one, item)),
        ),
      ),
      ...own,
    ];
  },
  write(value, field, isLandmark) {
    const raw = new Map(templateItems(field).map((item, index) => [item.text, field.lines?.[index] ?? '']));
    return checklist
      .settle(value, field)
      .map((item) =>
        raw.has(item.text) && !field.editable
          ? ticked(raw.get(item.text) ?? '', item)
          : line(item, isLandmark),
      )
      .join('\n');
  },
  read(source, field) {
    const value: ChecklistItem[] = [];
    const rest: string[] = [];
    for (const item of bullets(source.replace(/^\n+/, ''))) {
      const mark = box.exec(item.text);
      const drawn = mark ? null : sign.exec(item.text);
      const [before = '', done] = mark ? [mark[0], mark[1] !== ' '] : [drawn?.[0], drawn?.[1] !== undefined];
      const read = before === '' ? null : readItem(item.text.slice(before.length), done);
      if (read && !value.some((one) => contradicts(field, one, read))) value.push(read);
      else rest.push(item.marked ? bullet('- ', item.text) : item.text);
    }
    const meant = field.editable ? value : withTemplateItems(value, field, rest);
    return { value: meant.length ? checklist.settle(meant, field) : null, rest: rest.join('\n') };
  },
  problem: () => null,
  describe(marked) {
    const lines = (marked.lines ?? []).filter((one) => one.trim() !== '');
    const editable = marked.attributes.editable !== undefined;
    const field = { ...enclosed(marked), hint: '', lines, editable };
    const items = templateItems(field);
    const alike = items.some((item, at) => items.slice(0, at).some((other) => sameItem(other, item)));
    const mistake =
      lines.length === 0 || !lines.every((one) => /^- \[ \] \S/.test(one))
        ? 'it has to enclose lines like "- [ ] item"'
        : alike && 'two of its lines say the same';
    return { field: { ...field, default: items }, attributes: ['editable'], ...(mistake ? { mistake } : {}) };
  },
};

/** The template's own items, none of them ticked. */
export function templateItems(field: Pick<Field, 'lines'>): ChecklistItem[] {
  return (field.lines ?? []).map((one) => ({ text: one.replace(/^- \[ \] /, '').trim(), done: false }));
}

/**
 * Items as the template's own where only a remark behind tells them apart ("Rate limiting enabled (0 found)"), and the
 * template's own is not there: this program always writes it. The remarks go to `rest`.
 */
function withTemplateItems(items: ChecklistItem[], field: Field, rest: string[]): ChecklistItem[] {
  const missing = templateItems(field).filter((own) => !items.some((item) => sameItem(item, own)));
  if (missing.length === 0) return items;
  return items.map((item) => {
    const own = missing.find(
      ({ text }) =>
        folded(item.text).startsWith(`${folded(text)} `) && remark.test(item.text.slice(text.length)),
    );
    if (!own) return item;
    missing.splice(missing.indexOf(own), 1);
    rest.push(item.text);
    return { ...item, text: own.text };
  });
}

const remark = /^\s*(?:\([^()]*\)|[–—-]\s+\S[^\n]*|:\s+\S[^\n]*)\s*$/;

const named = (items: ChecklistItem[]): ChecklistItem[] => items.filter((item) => item.text.trim() !== '');

/** The template's item with what the reviewer says of it, if it stands there twice: ticked wins. */
function merged(item: ChecklistItem, said: ChecklistItem[]): ChecklistItem {
  const exempted = said.find((one) => one.notApplicable !== undefined)?.notApplicable;
  const done = said.some((one) => one.done);
  return exempted === undefined
    ? { text: item.text, done }
    : { text: item.text, done, notApplicable: exempted };
}

/** Whether an item of the template's is there already, and for another reason not applicable: only one can be kept. */
const contradicts = (field: Field, one: ChecklistItem, other: ChecklistItem): boolean =>
  !field.editable &&
  sameItem(one, other) &&
  one.notApplicable !== undefined &&
  other.notApplicable !== undefined &&
  one.notApplicable !== other.notApplicable &&
  templateItems(field).some((item) => sameItem(item, other));

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
/** Whether two items say the same but for case and spaces: then they are one. */
export const sameItem = (one: ChecklistItem, other: ChecklistItem): boolean =>
  folded(one.text) === folded(other.text);

const reason = (item: ChecklistItem): string =>
  item.notApplicable === undefined
    ? ''
    : item.notApplicable === ''
      ? ' (N/A)'
      : ` (N/A: ${literal(containLine(item.notApplicable))})`;

/** Words of the reviewer's that read like the sign for not applicable. */
const literal = (text: string): string =>
  text.replace(/\(N(\/|&(?:amp;)*#47;)A/g, (_, sign) => `(N${sign === '/' ? '&#47;' : sign}A`);

/** The same for several lines: what stands in a fence is to the letter. */
const literalBlock = (text: string): string =>
  text.includes('\n')
    ? scan(text)
        .map((one) => (one.kind === 'fence' ? one.text : literal(one.text)))
        .join('\n')
    : literal(text);

/** The template's own line, with its tick, to the letter but for that. */
function ticked(raw: string, item: ChecklistItem): string {
  const line = item.done ? raw.replace('[ ]', '[x]') : raw;
  const note = reason(item);
  return note === '' ? line : line.trimEnd() + note;
}

function line(item: ChecklistItem, isLandmark: Landmark): string {
  const text = literalBlock(contained(item.text, isLandmark));
  return bullet('- ', `[${item.done ? 'x' : ' '}] ${text}${reason(item)}`);
}

/**
 * A text of one line is words, whatever it begins with; fences count only where there are several lines. Behind a box
 * nothing opens, so that a text which would is written in one line, too.
 */
function contained(text: string, isLandmark: Landmark): string {
  const around = { isLandmark, before: '- [ ] ' };
  const isBlock = text.includes('\n') && scan(text)[0]?.opens === undefined;
  return isBlock ? containBlock(text, around) : containStart(containLine(text), around);
}

const released = (text: string): string => (text.includes('\n') ? releaseBlock(text) : releaseLine(text));

function readItem(source: string, done: boolean): ChecklistItem {
  const found = exempt.exec(source);
  const text = released(found ? source.slice(0, found.index) : source);
  return found ? { text, done, notApplicable: releaseLine(found[1] ?? '') } : { text, done };
}
