import type { Refused } from '../../files/refused.ts';
import { parseXml, type XmlElement } from '../../files/xml.ts';
import { decoded } from './decode.ts';
import { type JsonValues, jsonValues } from './json-values.ts';

/** What a file holds, parsed as far as it can be: JSON values, or the root of an XML document. */
export interface ScanContent extends JsonValues {
  text: string;
  root: XmlElement | null;
}

const nothing = { values: [], others: [], broken: null };

/** Parses a file's bytes; what is neither JSON nor XML has no values and no root. */
export function contentOf(bytes: Uint8Array): ScanContent | Refused {
  const text = decoded(bytes);
  if (typeof text !== 'string') return text;
  const first = /\S/.exec(text)?.[0];
  if (first === undefined) return { refused: 'is empty' };
  if (first === '<') {
    const root = parseXml(text);
    return 'refused' in root
      ? { text, ...nothing, root: null, broken: root.refused }
      : { text, ...nothing, root };
  }
  const isJson = /^[^\S\n]*[{[]/m.test(text);
  const json = isJson ? jsonValues(text) : nothing;
  // Any text can have a line that begins like JSON.
  const broken = first === '{' || first === '[' || json.values.length > 0 ? json.broken : null;
  return { text, ...json, broken, root: null };
}
