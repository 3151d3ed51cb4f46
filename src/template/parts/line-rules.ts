import { isRule } from '../../markdown/line.ts';
import { overridesLabel } from '../overrides.ts';
import type { Section, Slot } from '../template.ts';
import { bulletLabelOf, fieldsIn, folded, hole, type LayoutLine, labelOf, plainTitle } from './layout.ts';
import { bulleted, labelled, type Reader } from './line-of-fields.ts';

/** What has been read of a section so far. */
export interface Spot {
  section: Section;
  /** The label that what follows belongs to; words of the template's own end it. */
  label: { slot: Slot; ended: boolean } | null;
  /** The labels under its heading, folded. */
  names: Set<string>;
}

/** What a line of a template can be: tells whether it is that, and if so takes it into the section. */
type LineRule = (line: LayoutLine, spot: Spot, reader: Reader) => boolean;

const behindIssues: LineRule = (line, { section }, { tell }) => {
  if (!section.severity || isRule(line.text)) return false;
  tell(line.at, 'it stands behind the issues of its heading', 'write a heading above it, such as "## More"');
  return true;
};

const issues: LineRule = (line, { section, label }, { tell }) => {
  const [only] = line.pieces;
  if (only?.part.type !== 'issues') return false;
  const alone = section.heading !== '' && !label && section.field === undefined && section.list === undefined;
  if (!alone || line.text !== hole)
    tell(only.at, 'issues: they need a heading of their own', 'write one above them, as in "## High"');
  section.severity = only.part.severity;
  return true;
};

const items: LineRule = (line, { section, label }, { tell }) => {
  const [only] = line.pieces;
  if (only?.part.type !== 'items') return false;
  const alone = !label && section.field === undefined && section.list === undefined;
  if (!alone || line.text !== hole)
    tell(only.at, 'items: they need a heading of their own', 'write one above them, as in "### Actions"');
  section.list ??= only.part.list;
  return true;
};

/** `**Label:** …`, with a field in its line, or with nothing. One with fixed words is a fixed line. */
const label: LineRule = (line, spot, reader) => {
  const found = labelOf(line.text);
  if (!found) return false;
  const name = folded(found.label);
  if (name === '')
    reader.tell(line.at, 'a label needs letters or digits', 'readers of a report find it by these');
  else if (spot.names.has(name))
    reader.tell(
      line.at,
      `the label "${found.label}" stands under this heading already`,
      'name them apart, or write a heading between them',
    );
  else if (name === folded(overridesLabel))
    reader.tell(line.at, `"${found.label}" is what a report says by itself`, 'give it another label');
  spot.names.add(name);
  const slot = labelled(found, line, reader);
  if (slot.line.length === 0 && line.text.slice(found.end).trim() !== '') return false;
  spot.section.slots.push(slot);
  spot.label = { slot, ended: false };
  return true;
};

/** `- Label: …` */
const bullet: LineRule = (line, spot, reader) => {
  const found = bulletLabelOf(line.text);
  if (!found || !line.text.includes(hole)) return false;
  const mistake = spot.label ? bulletMistake(found, spot.label) : looseBulletMistake(spot.section);
  if (mistake) reader.tell(fieldsIn(line.pieces)[0]?.at ?? line.at, ...mistake);
  if (found.indent > 0)
    reader.tell(line.at, 'it stands in a list inside of another', 'begin its line with "- ", not indented');
  if (!spot.label) {
    const slot = { label: '', line: [], bullets: [] };
    spot.section.slots.push(slot);
    spot.label = { slot, ended: false };
  }
  spot.label.slot.bullets.push(bulleted(found, line, reader));
  return true;
};

function bulletMistake(
  found: { label: string },
  { slot, ended }: NonNullable<Spot['label']>,
): [string, string] | null {
  if (ended && slot.label !== '')
    return ['words stand between it and the label above it', 'move these, or write a label below them'];
  if (slot.line.length > 0 || slot.field !== undefined)
    return ['the label above it has a field already', 'give the bullets a label of their own'];
  if (slot.bullets.some((one) => folded(one.label) === folded(found.label)))
    return [`"${found.label}" stands under this label already`, 'name them apart'];
  return null;
}

const looseBulletMistake = (section: Section): [string, string] | null =>
  section.field === undefined && section.list === undefined
    ? null
    : ['what stands above it has no label', 'write a label above the bullets, as in **Label:**'];

/** A field that has its lines to itself. */
const block: LineRule = (line, { section, label: above }, { fields, tell }) => {
  const [only] = line.pieces;
  if (only?.part.type !== 'field' || line.text !== hole) return false;
  const { slot } = above ?? {};
  const free =
    slot && !above?.ended && slot.field === undefined && slot.line.length === 0 && slot.bullets.length === 0;
  const field = fields[only.part.field];
  if (field) field.label ||= free ? slot.label : plainTitle(section.heading);
  if (free) slot.field = only.part.field;
  else if (!slot && section.field === undefined && section.list === undefined)
    section.field = only.part.field;
  else {
    const what = above?.ended
      ? 'words stand between it and the label above it'
      : 'it has no label of its own';
    tell(only.at, what, 'write one above it, as in **Label:**');
  }
  return true;
};

/** Any other line with holes in it. */
const running: LineRule = (line, _, { tell }) => {
  for (const { at, part } of line.pieces) {
    if (part.type === 'field' || part.type === 'count' || part.type === 'derived')
      tell(at, 'it has no label', 'put it behind one, as in "- Label:" or **Label:**');
    else if (part.type === 'items' || part.type === 'issues')
      tell(at, `${part.type}: they need lines of their own`, 'put nothing before or behind them');
  }
  return line.text.includes(hole);
};

/** Words of the template's own. */
const fixed: LineRule = (line, spot) => {
  if (isRule(line.text)) return true;
  spot.section.fixed.push(line.text.trim());
  if (spot.label) spot.label.ended = true;
  return true;
};

/** All that a line below a heading can be; the first that fits holds. */
export const lineRules: LineRule[] = [behindIssues, issues, items, label, bullet, block, running, fixed];
