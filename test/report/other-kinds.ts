import fc from 'fast-check';

/** Reports of other kinds than the template's: their parts put together at random, in the styles of several teams. */

const severity = fc.constantFrom('Critical', 'HIGH', 'Medium', 'low', 'P1', 'Blocker', 'Informational');
const icon = fc.constantFrom('', '🔴 ', '⚠️ ', '✅ ', '❌ ');
const words = fc.constantFrom(
  'Queue is never drained',
  'Password in the log',
  'No limit on uploads',
  'Closed sockets are counted',
  'Cache keeps old prices',
  '`main.go` ignores errors',
  'Excellent test coverage',
);
const status = fc.constantFrom(
  'Open',
  '✅ FIXED',
  'Resolved in 4f2a',
  'Accepted',
  'False positive',
  'In progress',
);
const id = fc.constantFrom('', 'CRIT-001: ', 'B-2: ', '[H-01] ', '1. ', '4.2 ', 'Issue #3: ');
const mark = fc.constantFrom('', ' [RESOLVED]', ' (fixed)', ' — DONE', ' ✅');

const label = fc.constantFrom(
  ...['**Severity:** ', '**Status:** ', '**File:** ', '**Problem:** ', '**Current:** ', '- Impact: '],
  ...['**Suggested fix:** ', '- **Priority:** ', '#### Evidence\n\n', '**Owner:** ', '| Location | '],
);
const field = fc
  .tuple(label, fc.oneof(severity, status, words, fc.constant('`a/b.ts:4`'), fc.constant('YYYY-MM-DD')))
  .map(([name, value]) => `${name}${value}\n`);
const fence = fc.constant('```ts\nlet x = 1;\n```\n');

const headed = fc
  .tuple(
    fc.constantFrom('##', '###', '####'),
    icon,
    id,
    severity,
    words,
    mark,
    fc.array(fc.oneof(field, fence), { maxLength: 4 }),
  )
  .chain(([level, sign, name, how, title, end, body]) =>
    fc
      .constantFrom(`${how}: ${title}`, `[${how}] ${title}`, title, `${title} (${how})`, `**${title}**`)
      .map((text) => `${level} ${sign}${name}${text}${end}\n\n${body.join('\n')}`),
  );
const section = fc
  .tuple(
    fc.constantFrom('#', '##'),
    icon,
    fc.constantFrom(
      ...['Critical Issues', 'HIGH PRIORITY: DATABASE ISSUES', 'Findings (3)', 'Executive Summary'],
      ...['Action plan', 'Severity levels', 'Remediation history', 'Completed', 'Verdict', 'Risk Assessment'],
      ...['Strengths', 'Delta from Previous Review', 'Resolved Issues', 'P0: 0 ✅', 'Low severity'],
    ),
  )
  .map((all) => `${all[0]} ${all[1]}${all[2]}\n`);
const listed = fc
  .array(fc.tuple(fc.constantFrom('- ', '1. ', '- [x] ', '- [ ] '), icon, severity, words, mark), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((items) =>
    fc.constantFrom('bold', 'tag', 'plain', 'struck').map((form) =>
      items
        .map(([bullet, sign, how, title, end]) => {
          const shapes = {
            bold: `**${title}** (${how}): why`,
            tag: `[${how}] ${title}${end}`,
            plain: `${title}${end}`,
            struck: `~~${title}~~ ${how}`,
          };
          return `${bullet}${sign}${shapes[form as keyof typeof shapes]}\n`;
        })
        .join(''),
    ),
  );
const table = fc
  .tuple(
    fc.constantFrom(
      ...['| ID | Issue | Severity | Status |', '| # | Severity | Description | Location |'],
      ...['| Severity | Count | Notes | Open |', '| Risk | Likelihood | Impact | Mitigation |'],
    ),
    fc.array(fc.tuple(fc.constantFrom('1', 'B-2', 'H-1'), words, severity, status, fc.nat(9)), {
      maxLength: 4,
    }),
  )
  .map(([head, rows]) => {
    const cells = rows.map(([name, title, how, state, count]) =>
      head.includes('Count')
        ? `| ${how} | ${count} | ${state} | ${count} |`
        : head.includes('Description')
          ? `| ${name} | ${how} | ${title} | \`a.ts\` |`
          : `| ${name} | ${title} | ${how} | ${state} |`,
    );
    return `${head}\n|---|---|---|---|\n${cells.join('\n')}\n`;
  });
const said = fc.constantFrom(
  ...['**Verdict:** `NO-GO`\n', 'Recommendation: CONDITIONAL GO (fix the rest)\n', '**Overall Risk:** LOW\n'],
  ...['NOT PRODUCTION READY\n', '**Date:** YYYY-MM-DD\n', '**Generated:** 2026-01-02\n', '- Critical: 2\n'],
  ...[
    'None found. Earlier ones are closed:\n',
    '2 high issues and 1 low finding remain.\n',
    '---\n',
    '> quoted\n',
  ],
);

export const otherReports = fc
  .array(fc.oneof({ weight: 4, arbitrary: headed }, section, section, listed, table, said), { maxLength: 12 })
  .map((parts) => `# Review of Larch\n\n${parts.join('\n')}`);
