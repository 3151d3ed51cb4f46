import { bullet, bullets } from '../markdown/bullets.ts';
import { containBlock, type Landmark, releaseBlock } from '../markdown/contain.ts';
import { containLine } from '../markdown/contain-line.ts';
import { entityAt, releaseLine } from '../markdown/entity.ts';
import type { Field } from './field.ts';
import type { Kind } from './kind.ts';
import { answered, texts } from './texts.ts';

/** Where something is: `path`, `path:line` or `path:from-to`, or words. Several print as a list. */
export const location: Kind<string[]> = {
  ...texts,
  write(value, field, isLandmark) {
    const places = answered(value);
    const [only = ''] = places;
    if (places.length === 1 && (field.place === 'line' || isPath(only))) return alone(only, field);
    const items = places.map((one) => bullet('- ', item(one, isLandmark)));
    return (field.place === 'line' ? '\n\n' : '\n') + items.join('\n');
  },
  read(source) {
    const below = source.startsWith('\n');
    const lines = below ? bullets(source.replace(/^\n+/, '')).map((one) => one.text) : [source];
    const parts =
      lines.length === 1 && several.test(lines[0] ?? '') ? (lines[0]?.match(/`[^`]+`/g) ?? []) : lines;
    const value = parts
      .map((part) => unplace(part, below ? releaseBlock : releaseLine))
      .filter((one) => one !== '');
    return { value: value.length ? value : null, rest: '' };
  },
  problem: () => null,
  describe: ({ label }) => ({
    field: { placeholder: label, hint: label.replace(/^`|`$/g, '') },
    attributes: [],
  }),
};

/** Several paths on one line, as people write them. */
const several = /^`[^`]+`(?:, *`[^`]+`)+$/;

/** Paths are set as code; a path has a slash, a dot or a line number in it, and no spaces. */
const isPath = (text: string): boolean => /^[^\s`]+$/.test(text) && /[/.]|:\d/.test(text);

function alone(text: string, field: Field): string {
  const path = `\`${text}\``;
  if (isPath(text)) return path === field.placeholder ? text : path;
  const line = containLine(text);
  return unplace(line, releaseLine) === text && !several.test(line)
    ? line
    : entityAt(line, line.indexOf('`'));
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
