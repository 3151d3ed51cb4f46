import type { Refused } from '../../files/refused.ts';

/** The text of a scanner's file: UTF-8, or UTF-16 as the shells of Windows write it, without a byte order mark. */
export function decoded(bytes: Uint8Array): string | Refused {
  const encoding = encodingOf(bytes);
  if (encoding === null) return { refused: 'is a binary file' };
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? { refused: 'is a binary file' } : text;
  } catch {
    return { refused: `is not ${encoding.toUpperCase()}` };
  }
}

/** By the byte order mark, or by the zero beside a first character that opens JSON or XML; null for a binary file. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  const [a = 1, b = 1] = bytes;
  if ((a === 0xff && b === 0xfe) || (b === 0 && opens(a))) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && opens(b))) return 'utf-16be';
  return bytes.includes(0) ? null : 'utf-8';
}

const opens = (code: number) => '{[<'.includes(String.fromCharCode(code));
