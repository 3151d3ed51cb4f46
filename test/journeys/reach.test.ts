import { expect, test } from 'vitest';
import type { Field } from '../../src/fields/field.ts';
import type { Answer } from '../../src/fields/value.ts';
import type { Page } from '../../src/template/template.ts';
import { type Focus, focusOf } from './focus.ts';
import { surroundings, template } from './surroundings.ts';
import type { Terminal } from './terminal.ts';

const { pages, fields, issues, lists } = template();
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
      return list?.asks.map((field) => labelOf(list.fields[field])) ?? [];
    }
    return [];
  });
}

test('at 80x24 Tab reaches every field, on the screen and ready to take an answer', async () => {
  const here = surroundings();
  const terminal = here.start(['new'], { columns: 80, rows: 24 });
  await terminal.sees('▌ Review Date');

  const seen = new Map<string, string[]>();
  for await (const { page, focus } of stops(terminal)) {
    const labels = seen.get(page) ?? [];
    seen.set(page, labels);
    const button = /^(?:\+ add|Severity$|More |Finish)/.test(focus.label);
    if (!button && focus.down <= 1) labels.push(focus.label);
  }

  for (const page of pages) {
    expect(seen.get(page.title)?.toSorted(), page.title).toEqual(fieldsOf(page).toSorted());
  }

  await terminal.press('ctrl+c').ended();
  const { review } = here.draft();
  const asked = pages.flatMap((page) => page.fields);
  expect(asked.filter((id) => !taken(review.answers[id]))).toEqual([]);
  for (const issue of review.issues) {
    const all = Object.keys(issues[issue.severity]?.fields ?? {});
    expect(all.filter((id) => !taken(issue.answers[id as keyof typeof issue.answers]))).toEqual([]);
  }
  for (const [list, [item]] of Object.entries(review.items)) {
    expect(lists[list]?.asks.filter((id) => !taken(item?.answers[id]))).toEqual([]);
  }
});

/** Whether a field has taken the keys: the text, a tick, or an option. */
const taken = (answer: Answer | undefined): boolean =>
  answer !== undefined && 'value' in answer && /Q1 |true|./.test(JSON.stringify(answer.value));

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
    if (focus.label.startsWith('More ') || (adds && added)) terminal.press('enter');
    else terminal.atOnce('Q', '1', 'space', 'tab');
    const place = placeOf(screen);
    await terminal.until('the focus is elsewhere', (now) => focusOf(now) !== null && placeOf(now) !== place);
  }
}

const pageOf = (screen: string): string => /^ (.*) {2}\d+ of \d+ pages/.exec(screen)?.[1] ?? '';

const placeOf = (screen: string): string => JSON.stringify([pageOf(screen), focusOf(screen)]);
