import type { Refused } from '../files/refused.ts';
import { parseXml, type XmlElement } from '../files/xml.ts';

/** The text of a file, and what it parses to: worked out once, when the first format asks. */
export interface Content {
  text: string;
  /** Its lines without their ends, and without an empty one behind the last. */
  lines(): readonly string[];
  /** What it is as JSON; undefined when it is none. */
  json(): unknown;
  /** The root of what it is as XML, or why it is none. */
  xml(): XmlElement | Refused;
}

/** What a text is known to be already: the root of its XML, the value of its JSON. */
export interface Known {
  root?: XmlElement | null;
  json?: unknown;
}

export function contentOf(given: string, known: Known = {}): Content {
  const text = given.replace(/^\ufeff/, '');
  const lines = once(() => {
    const all = text.split(/\r?\n/);
    return all.at(-1) === '' ? all.slice(0, -1) : all;
  });
  const json = once(() => known.json ?? (/^\s*[{[]/.test(text) ? parsed(text) : undefined));
  const xml = once(() => known.root ?? parseXml(text));
  return { text, lines, json, xml };
}

/** What a text is as JSON; undefined when it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function once<Made>(make: () => Made): () => Made {
  let made: { value: Made } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
