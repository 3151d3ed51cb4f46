import { describe, expect, test } from 'vitest';
import { provenTemplate } from '../../src/report/prover/prove-template.ts';

/** What is told of a template whose text, from its fifth line on, is `body`. */
function told(body: string): string[] {
  const result = provenTemplate(`::template{name=t}\n\n# T\n\n${body}\n`, 'm');
  const problems = result.ok ? [] : result.failures;
  expect(problems.filter((problem) => problem.remedy === '')).toEqual([]);
  return problems.map(({ where, what }) => `${where.slice(2)} ${what}`);
}

const heading = '### HIGH-:index[1]: :text[Title]{#title}';
const issues = (text: string, severity = 'high') =>
  `## ${severity}\n\n::::issues{severity=${severity}}\n${text}\n::::`;
const items = (text: string, attributes = '#l') => `## List\n\n:::items{${attributes}}\n${text}\n:::`;

describe('what could not be read back from a report is told where it stands', () => {
  test.each([
    ['two fields beside each other', '**A:** :text[x]{#a}:text[y]{#b}', /^5:20 no words/],
    ['two fields with a space between', '**A:** :text[x]{#a} :text[y]{#b}', /^5:21 no words/],
    ['words that no entity is made of', '**A:** :text[x]{#a}→:text[y]{#b}', /^5:21 "→" cannot be told/],
    ['a sample with the border in it', '**A:** :text[x - y]{#a} - :text[z]{#b}', /^5:8 it holds " - "/],
    ['a border that "N/A" has in it', '**A:** :text[x]{#a}/:text[z]{#b}', /^5:21 "\/" is part of/],
    ['a list with words behind it', '**A:** :list[x]{#a} - :text[y]{#b}', /^5:8 its answer may take lines/],
    ['long text with words behind it', '**A:** :prose[x]{#a} (why)', /^5:8 its answer may take lines/],
    ['code in a line', '**A:** :code[x]{#a}', /^5:8 its answer needs lines/],
    ['the same label twice', '**A:** :text[x]{#a}\n**a:** :text[y]{#b}', /^6:1 the label "a"/],
    ['labels that differ by a number', '**1. A:** :text[x]{#a}\n**2. A:** :text[y]{#b}', /^6:1 the label/],
    ['the same bullet twice', '**A:**\n\n- X: :text[x]{#a}\n- X: :text[y]{#b}', /^8:6 "X" stands under/],
    ['bullets below a field', '**A:** :text[q]{#q}\n\n- X: :text[x]{#a}', /^7:6 the label above it has/],
    ['bullets below a block', '**A:**\n:text[q]{#q}\n\n- X: :text[x]{#a}', /^8:6 the label above it has/],
    ['a bullet in a bullet', '**A:**\n\n- X: :text[x]{#a}\n  - Y: :text[y]{#b}', /^8:1 it stands in a list/],
    ['bullets behind words', '**A:**\n\n- X: :text[x]{#x}\n\nw\n\n- Y: :text[y]{#y}', /^11:6 words stand/],
    ['a field behind words', '**A:**\n\nwords\n\n:prose[x]{#a}', /^9:1 words stand between/],
    ['a field in running text', 'Loose :text[x]{#a}', /^5:7 it has no label/],
    ['a field in a table', '| a | :text[x]{#a} |', /^5:7 it has no label/],
    ['a field in a heading', '## :text[x]{#a}', /^5:4 it has no label/],
    ['a heading of signs only', '## 🎯\n\n**A:** :text[x]{#a}', /^5:1 a heading needs letters/],
    ['a fence of the template', '```\n**A:** x\n```\n\n**B:** :text[x]{#b}', /^5:1 a fence or a comment/],
    ['a comment of two lines', '<!-- a\nb -->\n\n**B:** :text[x]{#b}', /^5:1 a fence or a comment/],
    ['fixed words that say N/A', 'N/A\n\n**A:**\n:prose[x]{#a}', /^8:1 what is answered here/],
    ['a count in running text', 'Of :count[X]{severity=high} issues.', /^5:4 it has no label/],
    ['a count beside a field', '**A:** :text[x]{#a} of :count[X]{severity=high}', /^5:24 count: it stands/],
    ['a default of N/A', '**A:** :text[N/A]{#a default}', /^5:8 text: "N\/A" says/],
    [
      'equal names in one-of',
      '**A:**\n\n:::one-of{#a}\n- [ ] **GO**\n- [ ] **Go**\n:::',
      /^7:1 one-of: its names/,
    ],
    ['equal items', '**A:**\n\n:::checklist{#a}\n- [ ] x\n- [ ] X\n:::', /^7:1 checklist: two of its lines/],
  ])('%s', (_, body, what) => {
    expect(told(body)).toEqual([expect.stringMatching(what)]);
  });

  test('all that lines of words and signs can be told apart by is taken', () => {
    expect(
      told('**A:** :text[x]{#a} → :text[y]{#b}\n**B:** (:choice[a/b]{#c}) | :number[n]{#d unit="%"} end'),
    ).toEqual([]);
    expect(told(`${items('- :text[x]{#a}')}\n\n**A:** :text[x]{#a}\n\n<!-- one line -->`)).toEqual([]);
  });
});

describe('what repeats has its own heading and its own shape', () => {
  const item = '- :text[x]{#a}';
  test.each([
    ['two lists', `${items(item)}\n\n:::items{#m}\n${item}\n:::`, /^11:1 items: they need a heading/],
    [
      'a list below a label',
      `## L\n\n**A:**\n\n:::items{#l}\n${item}\n:::`,
      /^9:1 items: they need a heading/,
    ],
    ['a list below a field', `## L\n\n:prose[x]{#p}\n\n:::items{#l}\n${item}\n:::`, /^9:1 items: they need/],
    ['a field below a list', `${items(item)}\n\n:prose[x]{#p}`, /^11:1 it has no label of its own/],
    [
      'two severities',
      `${issues(heading)}\n\n::::issues{severity=low}\n${heading}\n::::`,
      /^11:1 it stands behind/,
    ],
    [
      'issues below a label',
      `## H\n\n**A:** :text[x]{#a}\n\n::::issues{severity=low}\n${heading}\n::::`,
      /^9:1 issues: they/,
    ],
    ['words behind issues', `${issues(heading)}\n\nWords.`, /^11:1 it stands behind the issues/],
    ['an issue with bullets', issues(`${heading}\n\n- Risk: :text[r]{#risk}`), /^10:9 below its heading/],
    ['an issue with a loose field', issues(`${heading}\n\n:prose[r]{#description}`), /^10:1 it has no label/],
    [
      'an issue with fixed words',
      issues(`${heading}\n\nWords.\n\n**Risk:** :text[r]{#risk}`),
      /^10:1 below its heading/,
    ],
    [
      'a second field in the heading',
      issues(`${heading} (:choice[a / b]{#effort})`),
      /^8:43 the heading of an issue/,
    ],
    [
      'two fields behind a label',
      issues(`${heading}\n\n**Risk:** :text[r]{#risk} - :text[p]{#priority}`),
      /^10:29 it stands behind/,
    ],
    [
      'the same label twice',
      issues(`${heading}\n\n**A:** :text[r]{#risk}\n**A:** :text[p]{#priority}`),
      /^11:1 the label "A"/,
    ],
    ['a heading without a word', issues('### :index[1]. :text[Title]{#title}'), /^8:1 an issue's heading is/],
    ['a heading without a number', issues('### HIGH :text[Title]{#title}'), /^8:1 an issue's heading is/],
    [
      'no sign before the title',
      issues('### HIGH-:index[1] :text[Title]{#title}'),
      /^8:1 an issue's heading is/,
    ],
    ['words behind the title', issues(`${heading}!`), /^8:1 an issue's heading is/],
    ['a heading that is not deeper', issues(heading.slice(1)), /^8:1 the heading of an issue is no deeper/],
    ['no heading at all', issues('**Title:** :text[Title]{#title}'), /^8:1 an issue begins with a heading/],
    ['nothing in it', issues(''), /^7:1 an issue begins with a heading/],
    ['no field in an item', items('- x'), /^7:1 items: it has to enclose/],
  ])('%s', (_, body, what) => {
    expect(told(body)).toEqual([expect.stringMatching(what)]);
  });

  test('issues without any heading', () => {
    const source = `::template{name=t}\n\n::::issues{severity=low}\n${heading}\n::::\n`;
    const result = provenTemplate(source, 'm');
    expect(result).toMatchObject({
      ok: false,
      failures: [{ what: 'it has no heading' }, { where: 'm:3:1' }],
    });
  });

  test('an issue may be called by any word', () => {
    expect(told(issues('### Finding :index[1] - :text[Title]{#title}'))).toEqual([]);
  });

  test('labels of two severities that mean different fields', () => {
    const low = issues(`${heading}\n\n**Risk:** :text[x]{#priority}`, 'low');
    expect(told(`${issues(`${heading}\n\n**Risk:** :text[x]{#risk}`)}\n\n${low}`)).not.toEqual([]);
  });

  test('each wrong line of an item is told once, where it stands', () => {
    const lines = [
      '1. :text[x]{#a}',
      '   Who :text[x]{#b} and :text[x]{#c}',
      '- D: :text[x]{#d}',
      '   - E: :text[x]{#e}',
    ];
    expect(told(items(lines.join('\n')))).toEqual([
      expect.stringMatching(/^9:8 below its first line/),
      expect.stringMatching(/^10:6 it does not stand right below/),
    ]);
  });
});

describe('a directive that is written wrong is never passed over', () => {
  test.each([
    ['issues as a leaf', '::issues{severity=high}', /^5:1 issues: it is written another way/],
    ['items as a leaf', '::items{#a}', /^5:1 items: it is written another way/],
    ['issues in a line', ':issues[x]{severity=high}', /^5:1 issues: it is written another way/],
    ['a second template', '::template{name=q}', /^5:1 template: it has a name already/],
    ['two names of a page', '## A\n::page[a]{#a}\n::page[b]{#b}', /^7:1 page: its heading has a name/],
    ['a page below a blank line', '## A\n\n::page[a]{#a}', /^7:1 page: no heading of a page/],
    ['a page below a deep heading', '### A\n::page[a]{#a}', /^6:1 page: no heading of a page/],
    [
      'a page in an issue',
      issues(`${heading}\n::page[x]{#y}`),
      /^9:1 page: it cannot stand inside of issues/,
    ],
    [
      'items in an issue',
      issues(`${heading}\n:::items{#x}\n- :text[x]{#a}\n:::`),
      /^9:1 items: it cannot stand/,
    ],
    [
      'a list and a field of one name',
      `${items('- :text[x]{#x}', '#a')}\n\n## M\n\n**A:** :text[x]{#a}`,
      /^13:8 the name "a"/,
    ],
    [
      'a field and a list of one name',
      `**A:** :text[x]{#a}\n\n${items('- :text[x]{#x}', '#a')}`,
      /^9:1 the name "a"/,
    ],
    ['a choice without options', '**A:** :choice[/]{#a}', /^5:8 choice: it has no options/],
    ['names of issues outside of a list', '**A:** :about[HIGH-1: ]', /^5:8 about: it stands in what repeats/],
    ['no name of an issue', items('- :about[issue: ]:text[x]{#a}', '#l'), /^8:3 about: its text names no/],
    [
      'names of issues at the end',
      items('- :text[x]{#a} :about[HIGH-1]', '#l'),
      /^8:16 about: no field stands/,
    ],
    [
      'names of issues right behind a field',
      items('- :text[x]{#a}:about[ HIGH-1 ]- :text[y]{#b}', '#l'),
      /^8:33 no words stand between/,
    ],
    [
      'names of issues right before a choice',
      items('- :about[HIGH-1: ]:choice[a/b]{#a}', '#l'),
      /^8:3 about: it cannot be told/,
    ],
    ['a field that is optional', '**A:** :text[x]{#a optional}', /^5:8 only a line of an item can be/],
    [
      'an item whose first line is optional',
      items('- :text[x]{#a optional}'),
      /^8:3 the first line of an item cannot be optional/,
    ],
    [
      'half of an optional line',
      items('- :text[x]{#a}\n  - B: :text[x]{#b optional} - :text[y]{#c}'),
      /^9:8 another field of its line is not optional/,
    ],
    [
      'a field that is optional for a reason',
      items('- :text[x]{#a}\n  - B: :text[x]{#b optional=y}'),
      /^9:8 text: write just/,
    ],
    [
      'a page that is optional for a reason',
      '## A\n::page[a]{#a optional=y}',
      /^6:1 page: write just "optional"/,
    ],
    ['outcomes of no list', '**A:** :outcomes[1 done]', /^5:8 outcomes: it does not say of which list/],
    [
      'outcomes of a list that is not there',
      '**A:** :outcomes[1 done]{list=l}',
      /^5:8 outcomes: there is no list "l"/,
    ],
    [
      'outcomes of a list without links',
      `**A:** :outcomes[1 done]{list=l}\n\n${items('- :text[x]{#a} - :choice[a / b]{#outcome}')}`,
      /^5:8 outcomes: the items of "l" are about no issues/,
    ],
    [
      'outcomes of a list without any',
      `**A:** :outcomes[1 done]{list=l}\n\n${items('- :about[HIGH-1: ]:text[x]{#a}')}`,
      /^5:8 outcomes: the items of "l" have none/,
    ],
    [
      'names in running text',
      `See :unlinked[HIGH-1]{list=l}.\n\n${items('- :about[HIGH-1: ]:text[x]{#a}')}`,
      /^5:5 it has no label/,
    ],
    [
      'names beside a field',
      `**A:** :text[x]{#b} - :unlinked[HIGH-1]{list=l}\n\n${items('- :about[HIGH-1: ]:text[x]{#a}')}`,
      /^5:23 unlinked: it stands in a line with a field/,
    ],
    [
      'outcomes in an item',
      items('- :text[x]{#a}\n  - B: :outcomes[1 done]{list=l}'),
      /^9:8 outcomes: it cannot stand inside of items/,
    ],
    ['a number of nothing', '**A:** :index[1]', /^5:8 index: it stands in what repeats only/],
    ['a field in a field', '**A:**\n\n:::prose{#a}\n:text[x]{#b}\n:::', /^8:1 text: it cannot stand inside/],
    ['lines round a one-line kind', '**A:**\n\n:::text{#a}\nx\n:::', /^7:1 text: it does not enclose lines/],
    ['a name that JavaScript has', '**A:** :text[x]{#constructor}', /^5:8 text: its name cannot be/],
    ['an attribute of count', '**A:** :count[X]{severity=low name=x}', /^5:8 count: it does not know "name"/],
    [
      'an attribute of issues',
      issues(heading).replace('=high', '=high nine=x'),
      /^7:1 issues: it does not know "nine"/,
    ],
    ['an attribute of items', items('- :text[x]{#a}', '#l foo'), /^7:1 items: it does not know "foo"/],
    ['an attribute of page', '## A\n::page[a]{#a foo}', /^6:1 page: it does not know "foo"/],
    ['an attribute of template', '::template{name=t foo}', /^5:1 template: it does not know "foo"/],
  ])('%s', (_, body, what) => {
    expect(told(body)).toContainEqual(expect.stringMatching(what));
    expect(told(body).length).toBeLessThanOrEqual(body.startsWith('::template{name=t') ? 2 : 1);
  });

  test('a container without its end, once, and what is wrong in it besides', () => {
    const list = '**A:**\n\n:::list{#c}\n- [x]\n';
    const unclosed = '7:1 list: it is not closed';
    expect(told(list)).toEqual([unclosed]);
    expect(told(`${list}\n**B:** :txt[x]{#b}\n\n**C:**\n\n:::checklist{#todo}\n- [ ] a\n:::`)).toEqual([
      unclosed,
      '10:8 there is no kind of field "txt"',
    ]);
    const open = issues(heading).replace(/\n::::$/, '');
    expect(told(`${open}\n\n${issues(heading, 'low')}`)).toEqual(['7:1 issues: it is not closed']);
    expect(told(issues(`${heading}\n\n**Impact:**\n\n:::list{#impact}\n- [x]`))).toEqual([
      '12:1 list: it is not closed',
    ]);
  });
});

test('the first page is always there', () => {
  const result = provenTemplate(
    '::template{name=t}\n\n# T\n::page[A]{#a optional}\n\n**A:** :text[x]{#b}\n',
    'm',
  );
  expect(result).toMatchObject({
    ok: false,
    failures: [{ where: 'm:4:1', what: 'page: the first one is always there' }],
  });
});

test('a page and a line that are optional come back', () => {
  const list =
    ':::items{#l}\n- :text[x]{#a} by:about[ → HIGH-1] = :choice[Done / Open]{#outcome}\n  - B: :text[x]{#b optional}\n:::';
  expect(
    told(
      `## A\n::page[A]{#p optional}\n\n**A:** :outcomes[1 done]{list=l}\n\n### L\n\n${list}\n\n${issues(heading)}`,
    ),
  ).toEqual([]);
});

test('a bad severity hides no other mistake', () => {
  expect(told(issues(`${heading}\n\n**A:** :txt[x]{#a}\n**B:** :text[x]{#b}`, 'awful'))).toEqual([
    '7:1 issues: it has no severity',
    '10:8 there is no kind of field "txt"',
    '11:8 text: an issue has no such field',
  ]);
});

test('two fields without names lack just that', () => {
  expect(told('**A:** :text[x]\n**B:** :text[x]')).toEqual([
    expect.stringMatching(/^5:8 text: it has no name/),
    expect.stringMatching(/^6:8 text: it has no name/),
  ]);
});

test('an empty file says one thing', () => {
  for (const empty of ['', '\n \n'])
    expect(provenTemplate(empty, 'm')).toMatchObject({ ok: false, failures: [{ what: 'it is empty' }] });
});
