import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Refused } from './refused.ts';

/** An element of an XML document; text is left out. */
export interface XmlElement {
  name: string;
  /** As they are written: `unescaped` resolves their entities. */
  attributes: Record<string, string>;
  children: XmlElement[];
}

/** Documents with more levels are refused. */
const deepest = 200;

/** What fast-xml-parser makes of an element when it keeps the order: its name leads to its children. */
type Parsed = { ':@'?: Record<string, unknown> } & Record<string, Parsed[]>;

/**
 * The root element of an XML document, or why it cannot be read: "is not well-formed XML (line 3)". Entities, which
 * could be made to grow without end, are not resolved.
 */
export function parseXml(text: string): XmlElement | Refused {
  try {
    const valid = XMLValidator.validate(text, { allowBooleanAttributes: true });
    if (valid !== true) return { refused: `is not well-formed XML (line ${valid.err.line})` };
    const roots = elementsIn(parser.parse(text) as Parsed[], 0);
    return roots[0] ?? { refused: 'is XML without an element' };
  } catch (error) {
    const isDeep = error instanceof Error && /nested/i.test(error.message);
    return { refused: isDeep ? `is XML with more than ${deepest} levels` : 'is not well-formed XML' };
  }
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  allowBooleanAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  maxNestedTags: deepest,
});

function elementsIn(parsed: Parsed[], depth: number): XmlElement[] {
  return parsed.flatMap((one): XmlElement[] => {
    const name = Object.keys(one).find((key) => key !== ':@' && key !== '#text');
    if (name === undefined || depth > deepest) return [];
    return [{ name, attributes: textsIn(one[':@'] ?? {}), children: elementsIn(one[name] ?? [], depth + 1) }];
  });
}

/** A whole number that is no less than 0, as an attribute holds it ("7", "7.0"); undefined where it holds none. */
export function countIn({ attributes }: XmlElement, name: string): number | undefined {
  const text = Object.hasOwn(attributes, name) ? (attributes[name] ?? '') : '';
  return /^\s*\d{1,15}(?:\.0+)?\s*$/.test(text) ? Number(text) : undefined;
}

/** The elements of a name below this one, at any depth. */
export function* elementsNamed({ children }: XmlElement, name: string): Generator<XmlElement> {
  for (const child of children) {
    if (child.name === name) yield child;
    yield* elementsNamed(child, name);
  }
}

/** An attribute without a value has an empty one. */
const textsIn = (attributes: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );

const named: Record<string, string> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' };

/** The text that an attribute stands for: XML's own five entities and numeric ones are resolved, others stay. */
export function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|apos|gt|lt|quot));/gi,
    (whole, decimal, hex, name) => {
      if (name) return named[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
