import fc from 'fast-check';
import { lines as hostile } from '../fields/values.ts';

/** Lines that mean something to the reader, in every form, with words of their own behind them. */
const telling = fc
  .tuple(
    fc.constantFrom(
      ...[
        '## Executive Summary',
        '## 3. Critical Issues',
        '## Findings',
        '### High',
        '## Verdict',
        '### CRITICAL-1: ',
        '### [HIGH] ',
        '#### Impact',
        '## P0-1: ',
        '**CRIT-007: ',
        '**Severity:** High',
        '**Severity:** ',
        '**Location:** ',
        '**Description**: ',
        'Impact: ',
        '- **Fix:** ',
        '- Owner: ',
        '| Category | ',
        '| Field | Value |\n|---|---|\n| Risk | ',
        '| ID | Severity | Title |\n|---|---|---|\n| X-1 | High | ',
        '1. **',
        '- [x] **GO** ',
        '- [x] ✅ **NO-GO** - ',
        '- [ ] ',
        '- ✅ ',
        '**Recommendation:** ',
        '**Reviewer:** ',
        '- 🔴 Critical: 4 issues ',
        '- Status: ',
        '## Files reviewed (',
        '<!-- notes -->\n',
        '<!-- issue notes -->\n',
        '---\n',
        '\n',
        '\n',
        '```go\n',
        '```ts title="a.ts" ',
        '~~~',
        '```\n',
      ],
    ),
    fc.constantFrom(
      '',
      'some plain words',
      '`a/b.go:3`, `c.go:9`',
      'Ada **bold** end',
      'N/A: why',
      'x | y',
      'GO if all is well',
      '**',
    ),
  )
  .map(([one, words]) => one + words);

export const markdown = fc
  .array(fc.oneof({ weight: 3, arbitrary: telling }, hostile), { maxLength: 30 })
  .map((all) => all.join('\n'));

type Edit = { at: number; how: (typeof ways)[number]; text: string; other: number };

const ways = [
  ...(['delete', 'double', 'swap', 'join', 'cut', 'insert', 'indent', 'quote', 'letter', 'plain'] as const),
  ...([
    'bold',
    'higher',
    'deeper',
    'bullet',
    'bare',
    'tab',
    'row',
    'number',
    'wrap',
    'move',
    'borrow',
  ] as const),
  ...(['blank', 'close', 'element', 'colon', 'tick'] as const),
];

/** What people do to reports, and what editors do to them. */
export const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({ at: fc.nat(2000), how: fc.constantFrom(...ways), text: telling, other: fc.nat(2000) }),
  { maxLength: 12 },
);

/** One line written in another way. `other`: a number by which it may differ. */
function rewritten(line: string, how: Edit['how'], other: number): string {
  const place = other % (line.length + 1);
  switch (how) {
    case 'indent':
      return `  ${line}`;
    case 'tab':
      return `\t${line}`;
    case 'quote':
      return `> ${line}`;
    case 'bullet':
      return `- ${line}`;
    case 'bare':
      return line.replace(/^\s*[-*+] /, '');
    case 'letter':
      return line.slice(0, place) + line.slice(place + 1);
    case 'plain':
      return line.replaceAll('**', '');
    case 'bold':
      return line.replace(/^(\s*(?:[-*+] |\d+\. )?)(.+?)(:|$)/, '$1**$2**$3');
    case 'higher':
      return line.replace(/^#/, '');
    case 'deeper':
      return `#${line}`;
    case 'row':
      return `| ${line.replace(/: /, ' | ')} |`;
    case 'number':
      return line.replace(/\d+/, String(other % 40));
    case 'colon':
      return line.replace(':', other % 2 ? ' -' : ' : ');
    case 'tick':
      return line.replace('[ ]', '[x]');
    default:
      return line;
  }
}

const elements = ['<details>', '</details>', '<div>', '<pre>', '<!-- a remark', '-->'];

/** A report with lines deleted, doubled, exchanged, joined, cut, put in, and written in other ways. */
export function edited(text: string, all: Edit[], others: string[] = []): string {
  const lines = text.split('\n');
  for (const { at: any, how, text: added, other } of all) {
    const at = any % lines.length;
    const line = lines[at] ?? '';
    const half = Math.floor(line.length / 2);
    const source = (others[other % others.length] ?? '').split('\n');
    if (how === 'delete') lines.splice(at, 1);
    else if (how === 'double') lines.splice(at, 0, line);
    else if (how === 'swap') lines.splice(at, 2, lines[at + 1] ?? '', line);
    else if (how === 'join') lines.splice(at, 2, `${line} ${lines[at + 1] ?? ''}`);
    else if (how === 'cut') lines.splice(at, 1, line.slice(0, half), line.slice(half));
    else if (how === 'wrap') lines.splice(at, 1, ...line.split(/(?<=.{20}) /u));
    else if (how === 'insert') lines.splice(at, 0, ...added.split('\n'));
    else if (how === 'move') lines.splice(other % lines.length, 0, ...lines.splice(at, 1 + (other % 20)));
    else if (how === 'borrow')
      lines.splice(at, 0, ...source.slice(any % source.length).slice(0, 1 + (other % 9)));
    else if (how === 'blank') lines.splice(at, 0, '');
    else if (how === 'close') lines.splice(at, 6, ...lines.slice(at, at + 6).filter((one) => one !== ''));
    else if (how === 'element') lines.splice(at, 0, elements[other % elements.length] ?? '');
    else lines[at] = rewritten(line, how, other);
    if (lines.length === 0) lines.push('');
  }
  return lines.join('\n');
}
