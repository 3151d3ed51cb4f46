import { scan } from '../../src/markdown/scan.ts';

/** A way in which people bend a report; those of one group cannot stand together. */
export interface Bend {
  name: string;
  group?: string;
  bend(text: string): string;
  /** Lines that it adds, which no field takes. */
  adds?: string[];
}

/** Changes the lines that stand in no fence. */
function eachLine(text: string, change: (line: string, all: string[], at: number) => string | null): string {
  const lines = scan(text);
  const all = lines.map((line) => line.text);
  return lines
    .flatMap((line, at) => {
      const next = line.kind === 'fence' ? line.text : change(line.text, all, at);
      return next === null ? [] : [next];
    })
    .join('\n');
}

const emoji = /^(#+ )[^\p{L}\p{N}]+/u;
const label = /^\*\*([^*]+):\*\*(.*)$/;
const isIssue = (line: string) => /^#{2,4} .*(?:CRITICAL|HIGH|MEDIUM|LOW)-\d/.test(line);

/** Metadata: labels whose value stands in their line. */
const inline = /^\*\*([^*]+):\*\* (\S.*?) *$/;

const synonyms: Record<string, string> = {
  'Fix Required': 'Recommended Fix',
  Recommendation: 'Remediation',
  'Fix Priority': 'Priority',
  'Estimated Effort': 'Effort',
  Location: 'Affected files',
  Description: 'Details',
  Evidence: 'Proof',
  Impact: 'Consequences',
  'Review Date': 'Date',
  'Application Version': 'Commit',
  'Overall Risk Assessment': 'Overall Risk',
  'Deployment Recommendation': 'Verdict',
  'Summary Statement': 'Summary',
  'Review Duration': 'Duration',
  'Next Review Recommended': 'Next Review',
};

/** Sections as blocks, the head first. */
const blocks = (text: string): string[] => {
  const starts = scan(text).flatMap((line) => (line.level === 2 ? [line.at] : []));
  const lines = text.split('\n');
  return [0, ...starts].map((start, at) => lines.slice(start, starts[at] ?? lines.length).join('\n'));
};

export const bends: Bend[] = [
  { name: 'no emoji', group: 'emoji', bend: (text) => eachLine(text, (line) => line.replace(emoji, '$1')) },
  {
    name: 'other emoji',
    group: 'emoji',
    bend: (text) => eachLine(text, (line) => line.replace(emoji, '$1🔥 ')),
  },
  {
    name: 'renumbered',
    bend(text) {
      let count = 0;
      return eachLine(text, (line) => {
        if (!/^## /.test(line)) return line;
        count += 1;
        return line.replace('## ', `## ${count}. `);
      });
    },
  },
  {
    name: 'numbered in other ways',
    bend(text) {
      let count = 0;
      return eachLine(text, (line) => {
        if (!/^### (?![A-D]\.)/.test(line) || isIssue(line)) return line;
        count += 1;
        return line.replace('### ', `### Section ${count}: `);
      });
    },
  },
  {
    name: 'reordered',
    bend(text) {
      const [head = '', ...rest] = blocks(text.replace(/\n*$/, '\n'));
      return [head, ...rest.reverse()].map((block) => block.replace(/\n*$/, '\n')).join('\n');
    },
  },
  {
    name: 'colon behind the stars',
    group: 'label',
    bend: (text) => eachLine(text, (line) => line.replace(label, '**$1**:$2')),
  },
  {
    name: 'plain labels',
    group: 'label',
    bend: (text) => eachLine(text, (line) => line.replace(label, '$1:$2')),
  },
  {
    name: 'labels in bullets',
    group: 'label',
    bend: (text) => eachLine(text, (line) => line.replace(inline, '- **$1:** $2')),
  },
  {
    name: 'labels in a table',
    group: 'label',
    bend: (text) =>
      eachLine(text, (line, all, at) => {
        if (!inline.test(line) || line.includes('|')) return line;
        const row = line.replace(inline, '| $1 | $2 |');
        const first = !inline.test(all[at - 1] ?? '') || (all[at - 1] ?? '').includes('|');
        return first ? `\n| Field | Value |\n|---|---|\n${row}` : row;
      }),
  },
  {
    name: 'labels as headings in issues',
    group: 'label',
    bend: (text) =>
      eachLine(text, (line) =>
        line.replace(/^\*\*(Description|Evidence|Impact|Fix Required|Recommendation):\*\* *$/, '#### $1'),
      ),
  },
  {
    name: 'near names',
    bend: (text) =>
      eachLine(text, (line) =>
        line.replace(label, (all, name, rest) => (synonyms[name] ? `**${synonyms[name]}:**${rest}` : all)),
      ),
  },
  {
    name: 'values below their labels',
    group: 'inline',
    bend: (text) =>
      eachLine(text, (line) => (/Severity/.test(line) ? line : line.replace(inline, '**$1:**\n\n$2\n'))),
  },
  {
    name: 'prose behind its label',
    group: 'inline',
    bend: (text) => text.replace(/^\*\*([^*]+):\*\*\n(?=It )/gm, '**$1:** '),
  },
  { name: 'no spaces at the ends of lines', bend: (text) => text.replace(/[ \t]+$/gm, '') },
  { name: 'Windows line ends', group: 'ends', bend: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'a byte order mark', bend: (text) => `\uFEFF${text}` },
  { name: 'no newline at the end', bend: (text) => text.replace(/\s*$/, '') },
  {
    name: 'locations on a line',
    bend: (text) =>
      text.replace(/^\*\*Location:\*\*\s*\n\n- (`[^`\n]+`)\n- (`[^`\n]+`)$/gm, '**Location:** $1, $2'),
  },
  {
    name: 'an extra section',
    adds: ['Grace and Ada reviewed', 'Both agreed'],
    bend: (text) =>
      text.replace(
        /^(#+) (.*Strengths.*)$/m,
        '$1 Team\n\nGrace and Ada reviewed\n\n$1# Roles of it\n\nBoth agreed\n\n$1 $2',
      ),
  },
  {
    name: 'extra metadata',
    adds: ['OPS-7', 'Linus', '9.8'],
    bend: (text) =>
      eachLine(text, (line) => {
        if (/^\*\*Review Type:\*\*/.test(line)) return `**Ticket:** OPS-7\n${line}`;
        return line;
      })
        .replace(/^(\*\*Severity:\*\* CRITICAL *)$/m, '$1\n**Found by:** Linus')
        .replace(/^(\*\*Severity:\*\* LOW *)$/m, '$1\n**CVSS:** 9.8'),
  },
  {
    name: 'extra bullets',
    adds: ['signed and strict'],
    bend: (text) => text.replace(/^- CORS:/m, '- Cookies: signed and strict\n- CORS:'),
  },
  {
    name: 'boxes with stars and capitals',
    group: 'boxes',
    bend: (text) => eachLine(text, (line) => line.replace(/^- \[x\]/, '* [X]').replace(/^- \[ \]/, '* [ ]')),
  },
  {
    name: 'signs for boxes',
    group: 'boxes',
    bend: (text) =>
      eachLine(text, (line) =>
        /\*\*(?:NO-|CONDITIONAL )?GO/.test(line)
          ? line
          : line.replace(/^- \[x\]/, '- ✅').replace(/^- \[ \]/, '- ❌'),
      ),
  },
  {
    name: 'checklists in another order',
    bend: (text) =>
      text.replace(/(^- \[[ x]\] .*\n)(- \[[ x]\] .*\n)(?=\n|- \[)/gm, (all, one, two) =>
        /GO\*\*/.test(all) ? all : two + one,
      ),
  },
  { name: 'wrong counts', bend: (text) => text.replace(/: 2 issues/g, ': 5 issues') },
  {
    name: 'all headings one deeper',
    group: 'level',
    bend: (text) => eachLine(text, (line) => line.replace(/^#/, '##')),
  },
  {
    name: 'all headings one higher',
    group: 'level',
    bend: (text) => eachLine(text, (line) => line.replace(/^##/, '#')),
  },
  {
    name: 'issues one higher',
    group: 'level',
    bend: (text) => eachLine(text, (line) => (isIssue(line) ? line.slice(1) : line)),
  },
  {
    name: 'issues one deeper',
    group: 'level',
    bend: (text) => eachLine(text, (line) => (isIssue(line) ? `#${line}` : line)),
  },
  {
    name: 'bold lines for issues',
    group: 'level',
    bend: (text) =>
      eachLine(text, (line) => (isIssue(line) ? `**${line.replace(/^#+ [^\p{L}]*/u, '')}**` : line)),
  },
  {
    name: 'group labels as headings',
    group: 'groups',
    bend: (text) => text.replace(/^\*\*([^*\n]+):\*\*\n\n(?=- [A-Z][^\n:[]*: )/gm, '#### $1\n\n'),
  },
  {
    name: 'bold labels in groups',
    group: 'groups',
    bend: (text) => eachLine(text, (line) => line.replace(/^- ([A-Z][^:*`[]*): /, '- **$1:** ')),
  },
  { name: 'no dividers', bend: (text) => eachLine(text, (line) => (line === '---' ? null : line)) },
];
