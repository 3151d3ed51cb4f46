import { bullet, bullets } from '../../markdown/bullets.ts';
import { containBlock, type Landmark, releaseBlock } from '../../markdown/contain.ts';
import { containLine } from '../../markdown/contain-line.ts';
import { entityAt, releaseLine } from '../../markdown/entity.ts';
import type { Field } from '../field.ts';
import type { Kind } from '../kind.ts';
import { answered, texts } from '../texts.ts';

/** Where something is: `path`, `path:line` or `path:from-to`, or words. Several print as a list. */
export const location: Kind<string[]> = {
  ...texts,
  form: 'locations',
  write(value, field, isLandmark) {
    const places = answered(value);
    const [only = ''] = places;
    if (places.length === 1 && (field.place === 'line' || isPath(only))) return alone(only, field);
    const items = places.map((one) => bullet('- ', item(one, isLandmark)));
    return (field.place === 'line' ? '\n\n' : '\n') + items.join('\n');
  },
  read(source) {
    if (source.startsWith('\n')) {
      const items = bullets(source.replace(/^\n+/, '')).map((one) => one.text);
      const only = items.length === 1 ? severalIn(items[0] ?? '') : null;
      return { value: placesOf(only ?? items, releaseBlock), rest: '' };
    }
    // What people write below it is more of the list, or not about it.
    const [first = '', ...below] = source.split('\n');
    const more = bullets(below.join('\n'));
    const value = placesOf(severalIn(first) ?? [first], releaseLine) ?? [];
    value.push(
      ...(placesOf(
        more.filter((one) => one.marked).map((one) => one.text),
        releaseBlock,
      ) ?? []),
    );
    const rest = more.filter((one) => !one.marked).map((one) => one.text);
    return { value: value.length ? value : null, rest: rest.join('\n') };
  },
  problem: () => null,
  describe: ({ label }) => ({
    field: { placeholder: label, hint: label.replace(/^`|`$/g, '') },
    attributes: [],
  }),
};

function placesOf(parts: string[], release: (text: string) => string): string[] | null {
  const places = parts.map((part) => unplace(part, release)).filter((one) => one !== '');
  return places.length > 0 ? places : null;
}

/** The locations of a line: "a.go:1, b.go:2" are two; words are one. None in an empty line. */
export function placesIn(line: string): string[] {
  const said = line.trim();
  return (said.includes('`') ? null : severalIn(said)) ?? (said === '' ? [] : [said]);
}

const joint = /(?: *[,;] +and +| *[,;] *| +and +| +& +)(?=`|[^\s`])/;

/** Several paths on one line, as people write them: "`a.go:1`, `b.go:2` and `c.go`", or without backticks. */
function severalIn(line: string): string[] | null {
  if (!/[,;&]| and /.test(line) || line.includes('\n')) return null;
  const parts = line.split(joint);
  const isPlace = (part: string) => /^`[^`\s]+`$/.test(part) || (isPath(part) && /[/.]/.test(part));
  const codes = line.match(/`[^`]+`/g) ?? [];
  if (codes.length > 1 && /^`[^`]+`(?:, *`[^`]+`)+$/.test(line)) return codes;
  return parts.length > 1 && parts.every(isPlace) ? parts : null;
}

/** Paths are set as code; a path has a slash, a dot or a line number in it, and no spaces. */
const isPath = (text: string): boolean => /^[^\s`]+$/.test(text) && /[/.]|:\d/.test(text);

function alone(text: string, field: Field): string {
  const path = `\`${text}\``;
  if (isPath(text)) return path === field.placeholder ? text : path;
  const line = containLine(text);
  if (unplace(line, releaseLine) === text && !severalIn(line)) return line;
  return entityAt(line, line.search(line.includes('`') ? /`/ : /[,;]|and /));
}

function item(text: string, isLandmark: Landmark): string {
  if (isPath(text)) return `\`${text}\``;
  const block = containBlock(text, { isLandmark, before: '- ' });
  return unplace(block, releaseBlock) === text ? block : entityAt(block, block.indexOf('`'));
}

function unplace(source: string, release: (text: string) => string): string {
  const inner = /^`([^`]+)`$/.exec(source)?.[1];
  return inner !== undefined && isPath(inner) ? inner : release(source);
}
