import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderBlank } from '../../src/report/writer/render.ts';
import { compile } from '../../src/template/compile.ts';
import { bundled, compiled } from './bundled.ts';

const small = `::template{name=small version=2}

# A small report
::page[Start]{#start}

**Name:** :text[Who]{#who}  
**Kind:** :text[Plain]{#kind default}

**Counts:**

- Open: :count[N]{severity=high noun=findings}

---

## 🔎 Findings
::page[Findings]{#found}

> Everything counts.

::::issues{severity=high none="Nothing found."}
### HIGH-:index[1]: :text[Title]{#title}

**Location:** :location[\`a.go:1\`]{#location}

**Impact:**

:::list{#impact}
- [One]
- [Two]
:::
::::

## Next steps

:::items{#steps}
1. **:text[Step]{#step}**
   - When: :date[Date]{#when}
:::
`;

test('a blank template is its source without the annotations', () => {
  const blank = renderBlank(compiled(small));
  expect(blank).toBe(`# A small report

**Name:** [Who]  
**Kind:** Plain

**Counts:**

- Open: [N] findings

---

## 🔎 Findings

> Everything counts.

### HIGH-1: [Title]

**Location:** \`a.go:1\`

**Impact:**

- [One]
- [Two]

## Next steps

1. **[Step]**
   - When: [Date]
`);
});

/** Takes the annotations away with nothing but regular expressions: a judge that shares no code with the compiler. */
function withoutAnnotations(source: string): string {
  const unmarked = source
    .replace(/## [^\n]*\n::page\[[^\]]*\]\{[^}]* optional\}[\s\S]*?\n(?=## )/, '')
    .split('\n')
    .filter((line) => !/^:{2,}/.test(line))
    .join('\n')
    .replace(/:location\[(`[^`]*`)\]\{[^}]*\}/g, '$1')
    .replace(/:index\[(\d)\](?:\{\})?/g, '$1')
    .replace(/:about\[[^\]]*\]/g, '')
    .replace(/:count\[(\w)\]\{[^}]*\}/g, '[$1] issues')
    .replace(/:found\[(.*)\]\{#[\w-]+\}/g, '[$1]')
    .replace(/:\w+\[([^\]]*)\]\{#[\w-]+ (?:default|bare)\}/g, '$1')
    .replace(/:\w+\[([^\]]*)\]\{[^}]*unit="([^"]*)"[^}]*\}/g, '[$1]$2')
    .replace(/:\w+\[([^\]]*)\]\{[^}]*unit=(\w+)[^}]*\}/g, '[$1]$2')
    .replace(/:\w[\w-]*\[([^\]]*)\]\{[^}]*\}/g, '[$1]');
  return `${unmarked.trim()}\n`;
}

test('the bundled template printed blank is its source, letter for letter', () => {
  const source = readFileSync(new URL('../../templates/production-readiness.md', import.meta.url), 'utf8');
  expect(renderBlank(bundled())).toBe(withoutAnnotations(source));
});

test('the pages are the head and the headings, with their fields in order', () => {
  const template = bundled();
  expect(template.pages.map((page) => page.title)).toEqual([
    'Review details',
    'Executive Summary',
    'Delta',
    'Critical',
    'High',
    'Medium',
    'Low',
    'Strengths',
    'Analysis',
    'Checklist',
    'Action plan',
    'Recommendations',
    'Metrics',
    'Appendix',
    'Sign-off',
  ]);
  expect(template.pages[0]?.fields).toEqual(['review-date', 'reviewer', 'version', 'review-type']);
  expect(template.fields['validation-coverage']).toMatchObject({
    kind: 'number',
    label: 'Coverage',
    placeholder: '[X]% of endpoints validated',
    unit: '% of endpoints validated',
  });
  expect(template.fields['goroutine-leaks']).toMatchObject({ kind: 'found', none: 'None found' });
  expect(template.fields.recommendation?.options).toEqual(['GO', 'CONDITIONAL GO', 'NO-GO']);
  expect(template.issues.high?.asks).not.toContain('evidence');
  expect(template.issues.high?.fields.evidence?.label).toBe('Evidence');
  expect(template.lists.immediate?.asks).toEqual(['action', 'owner', 'deadline', 'effort', 'blocks']);
});

test('all mistakes of a template are told at once, each with its place and remedy', () => {
  const source = `# No name

**A:** :txet[Typo]{#a}
**B:** :text[No name]
**C:** :text[Twice]{#c}
**D:** :text[Twice]{#c}
**E:** :number[X]{#e units="%"}
**F:** :found[None]{#f}
Loose :text[Loose]{#loose}

## Issues

::::issues{severity=awful}
### LOW-:index[1]: :text[Title]{#title}

**Whose:** :text[Team]{#team}
::::

::::issues{severity=low}
### LOW-:index[1]: :text[Title]{#title}

**Colour:** :text[Colour]{#colour}
**Effort:** :text[Effort]{#effort}
::::
`;
  const result = compile(source, 'mine.md');
  const problems = result.ok ? [] : result.failures;
  expect(problems.map((problem) => `${problem.where} ${problem.what}`)).toEqual([
    'mine.md:1:1 a template has to say its name',
    'mine.md:3:8 there is no kind of field "txet"',
    expect.stringMatching(/^mine\.md:4:8 text: it has no name/),
    'mine.md:6:8 the name "c" is taken by a field before it',
    expect.stringMatching(/^mine\.md:7:8 number: it does not know "units"/),
    expect.stringMatching(/^mine\.md:8:8 found: its text has to be like/),
    expect.stringMatching(/^mine\.md:9:7 it has no label/),
    expect.stringMatching(/^mine\.md:13:1 issues: it has no severity/),
    'mine.md:16:12 text: an issue has no such field',
    'mine.md:22:13 text: an issue has no such field',
    'mine.md:23:13 text: in an issue it has to be :choice[…]',
  ]);
  expect(problems.every((problem) => problem.remedy !== '')).toBe(true);
});

test('a colon that begins no directive is text', () => {
  const template = compiled(
    '::template{name=t}\n\n# At 10:am :smile: a:b\n\n**When:** :text[At 10:30]{#when}\n',
  );
  expect(renderBlank(template)).toBe('# At 10:am :smile: a:b\n\n**When:** [At 10:30]\n');
});
