import fc from 'fast-check';
import { lines as hostile } from './reviews.ts';

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

/** A report with lines deleted, doubled, exchanged, joined, cut, put in. */
export const edits = fc.array(
  fc.record({
    at: fc.nat(2000),
    how: fc.constantFrom('delete', 'double', 'swap', 'join', 'cut', 'insert', 'indent', 'quote'),
    text: telling,
  }),
  { maxLength: 12 },
);

export function edited(text: string, all: { at: number; how: string; text: string }[]): string {
  const lines = text.split('\n');
  for (const { at: any, how, text: added } of all) {
    const at = any % lines.length;
    const line = lines[at] ?? '';
    if (how === 'delete') lines.splice(at, 1);
    else if (how === 'double') lines.splice(at, 0, line);
    else if (how === 'swap') lines.splice(at, 2, lines[at + 1] ?? '', line);
    else if (how === 'join') lines.splice(at, 2, `${line} ${lines[at + 1] ?? ''}`);
    else if (how === 'cut')
      lines.splice(
        at,
        1,
        line.slice(0, Math.floor(line.length / 2)),
        line.slice(Math.floor(line.length / 2)),
      );
    else if (how === 'insert') lines.splice(at, 0, ...added.split('\n'));
    else if (how === 'indent') lines[at] = `  ${line}`;
    else lines[at] = `> ${line}`;
    if (lines.length === 0) lines.push('');
  }
  return lines.join('\n');
}
