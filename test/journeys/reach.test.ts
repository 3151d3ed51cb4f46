import { expect, test } from 'vitest';
import type { Field } from '../../src/fields/field.ts';
import { issueFields } from '../../src/fields/issue.ts';
import type { Answer } from '../../src/fields/value.ts';
import { deltaSectionOf } from '../../src/review/previous/delta-section.ts';
import type { Review } from '../../src/review/review.ts';
import type { Page } from '../../src/template/template.ts';
import { type Focus, focusOf } from './focus.ts';
import { surroundings, template } from './surroundings.ts';
import type { Terminal } from './terminal.ts';

const { pages, fields, issues, lists } = template();
const keptFields = [...(deltaSectionOf(template())?.kept.values() ?? [])].map(({ id }) => id);
const labelOf = (field: Field | undefined): string => field?.label || field?.hint || field?.id || '';

/** Every field of a page, and of one issue or item of what repeats there, by its label and where it stands. */
function fieldsOf(page: Page): string[] {
  return page.blocks.flatMap((block) => {
    if (block.type === 'field') return [labelOf(fields[block.field])];
    if (block.type === 'issues') {
      const { asks = [], fields: all = {} } = issues[block.severity] ?? {};
      const rest = Object.keys(all).filter((name) => !asks.some((asked) => asked === name));
      return [...asks, ...rest].map((name) => labelOf(all[name as keyof typeof all]));
    }
    if (block.type === 'items') {
      const list = lists[block.list];
      // What an accepted risk keeps of its issue is asked only of one.
      const kept = new Set(deltaSectionOf(template())?.list.id === list?.id ? keptFields : []);
      return Object.values(list?.fields ?? {}).flatMap((field) =>
        kept.has(field.id) ? [] : [labelOf(field)],
      );
    }
    return [];
  });
}

test('at 80x24 Tab reaches every field, on the screen and ready to take an answer', async () => {
  const here = surroundings();
  const terminal = here.start(['new'], { columns: 80, rows: 24 });
  await terminal.sees('▌ Review Date');
  // A page that is optional is turned to once something on it is said.
  await terminal.press('ctrl+g').type('previous verdict').sees('Go to previous verdict');
  await terminal.press('enter').sees('▌ Previous Verdict');
  await terminal.type('NO-GO').press('ctrl+g').type('review date').sees('Go to review date');
  await terminal.press('enter').sees('▌ Review Date');

  const seen = new Map<string, string[]>();
  for await (const { page, focus } of stops(terminal)) {
    const labels = seen.get(page) ?? [];
    seen.set(page, labels);
    const button =
      /^(?:\+ |Severity$|Issues$|More fields$|Finish)/.test(focus.label) || issue.test(focus.label);
    if (!button && focus.down <= 1) labels.push(focus.label);
  }

  for (const page of pages) {
    expect(seen.get(page.title)?.toSorted(), page.title).toEqual(fieldsOf(page).toSorted());
  }

  await terminal.press('ctrl+c').ended();
  expect(withoutKeys(here.draft().review)).toEqual([]);
});

/** An issue that an earlier one became was not typed in its form. */
const isTyped =
  (items: Review['items']) =>
  ({ id }: Review['issues'][number]): boolean =>
    !items.delta?.some(({ issues: same }) => same?.includes(id));

/** The fields that have not taken the keys: as text, as a tick, or as an option. */
function withoutKeys({ answers, issues: found, items }: Review): string[] {
  const asked: [Field | undefined, Answer | undefined][] = [
    ...pages.flatMap((page) => page.fields).map((id) => [fields[id], answers[id]] as const),
    ...found
      .filter(isTyped(items))
      .flatMap((issue) =>
        issueFields.map((name) => [issues[issue.severity]?.fields[name], issue.answers[name]] as const),
      ),
    ...Object.values(lists).flatMap((list) =>
      list.asks.map((id) => [list.fields[id], items[list.id]?.[0]?.answers[id]] as const),
    ),
  ].map(([field, answer]) => [field, answer]);
  return asked.flatMap(([field, answer]) => {
    const value = answer && 'value' in answer ? JSON.stringify(answer.value) : '';
    const marks = ['Q21', '"done":true', ...(field?.options ?? [])];
    return marks.some((mark) => value.includes(mark)) ? [] : [`${labelOf(field)}: ${value}`];
  });
}

/** All places where Tab stops, one issue of each severity and one item of each list among them. */
async function* stops(terminal: Terminal): AsyncGenerator<{ page: string; focus: Focus }> {
  let added = false;
  for (;;) {
    const screen = terminal.screen();
    const focus = focusOf(screen);
    if (!focus) throw new Error(`no bar on the screen:\n${screen}`);
    const page = pageOf(screen);
    yield { page, focus };
    if (focus.label.startsWith('Finish')) return;
    // Every form comes back to the button that opened it: that is pressed once; all else takes some keys.
    const adds = focus.label.startsWith('+ add');
    if (adds) added = !added;
    if (focus.label.startsWith('+ More ') || (adds && added)) terminal.press('enter');
    else if (issue.test(focus.label)) terminal.press('down');
    else terminal.atOnce('space', '2', 'Q', '2', '1', 'tab');
    const place = placeOf(screen);
    await terminal.until('the focus is elsewhere', (now) => focusOf(now) !== null && placeOf(now) !== place);
  }
}

/** The row of an issue in its list. */
const issue = /^[A-Z]+-\d/;

/** The page by its name, or by its number where the facts leave no room for the name. */
function pageOf(screen: string): string {
  const [first = ''] = screen.trim().split(/ {2,}/);
  const number = /^(\d+)\/\d+$/.exec(first)?.[1];
  return number === undefined ? first : (pages[Number(number) - 1]?.title ?? '');
}

/** What differs from one stop to the next, and stays the same while a field grows or the page scrolls. */
function placeOf(screen: string): string {
  const { label, down, above } = focusOf(screen) ?? {};
  return JSON.stringify([pageOf(screen), label, down, label?.startsWith('+ add') && above]);
}
