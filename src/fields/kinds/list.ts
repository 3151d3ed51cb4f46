import { bullet, bullets } from '../../markdown/bullets.ts';
import { containBlock, type Landmark, releaseBlock } from '../../markdown/contain.ts';
import { containLine } from '../../markdown/contain-line.ts';
import { entityAt, releaseLine } from '../../markdown/entity.ts';
import { scan } from '../../markdown/scan.ts';
import type { Field } from '../field.ts';
import type { Kind } from '../kind.ts';
import { answered, texts } from '../texts.ts';
import type { Value } from '../value.ts';
import { enclosed } from '../words.ts';

/**
 * Several short texts. A template that shows bullets gets bullets; one that shows a bracketed text gets a single
 * item as it stands, and bullets below for more. `default`: the enclosed items are content, not samples.
 */
export const list: Kind<string[]> = {
  ...texts,
  form: 'list',
  write(value, field, isLandmark) {
    const items = answered(value);
    const [only = ''] = items;
    const plain = items.length === 1 && !field.bulleted ? alone(only, field, isLandmark) : null;
    if (plain !== null) return plain;
    const lines = items.map((item, index) => {
      const marker = field.ordered ? `${index + 1}. ` : '- ';
      return bullet(marker, itemText(item, field, marker, isLandmark));
    });
    const below = field.place === 'line' ? (field.indent > 0 ? '\n' : '\n\n') : field.bulleted ? '' : '\n';
    return below + lines.join('\n');
  },
  read(source, field) {
    if (field.place === 'line' && source !== '' && !source.startsWith('\n') && !source.includes('\n')) {
      return { value: [releaseLine(source)], rest: '' };
    }
    const all = bullets(source.replace(/^\n+/, ''));
    // Behind a list, a line with a label is about something else.
    const end = all.findIndex(
      (item, at) => at > 0 && !item.marked && all[at - 1]?.marked && label.test(item.text),
    );
    const items = (end < 0 ? all : all.slice(0, end)).map((item) => releaseBlock(item.text));
    const rest =
      end < 0 ? [] : all.slice(end).map((item) => (item.marked ? bullet('- ', item.text) : item.text));
    return { value: items.length ? items : null, rest: rest.join('\n') };
  },
  problem: () => null,
  describe(marked) {
    const { lines, attributes } = marked;
    if (lines === null) return { field: { ...enclosed(marked), bulleted: false }, attributes: [] };
    const items = bullets(lines.join('\n')).map((item) => item.text);
    const ordered = /^\s*\d/.test(lines[0] ?? '');
    const value: Partial<Field> = attributes.default === undefined ? {} : { default: items as Value };
    return {
      field: { ...enclosed(marked), bulleted: true, ordered, lines: items, ...value },
      attributes: [],
      ...(items.length ? {} : { mistake: 'it has to enclose at least one list item' }),
    };
  },
};

const label = /^(?:\*\*|__)[^*_]+(?::(?:\*\*|__)|(?:\*\*|__):)/;

/** A single item without a bullet, if it can then be told from a list. */
function alone(item: string, field: Field, isLandmark: Landmark): string | null {
  const text = field.place === 'line' ? containLine(item) : containBlock(item, { isLandmark });
  const lines = scan(text);
  return lines.every((line) => line.depth === 0) && bullets(text).length === 1 ? text : null;
}

/** An item that reads like one of the template's samples, or like a tick box, is told from it. */
function itemText(item: string, field: Field, marker: string, isLandmark: Landmark): string {
  const text = containBlock(item, { isLandmark, before: marker });
  return field.lines?.includes(text) && field.default === undefined ? entityAt(text, 0) : text;
}
