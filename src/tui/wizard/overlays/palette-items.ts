import { memo, memoBy } from '../../../memo.ts';
import { takesLinks } from '../../../report/issue-links.ts';
import type { Item } from '../../../review/review.ts';
import type { ListBlock, Template } from '../../../template/template.ts';
import { counted } from '../../../text/counted.ts';
import { type Further, folded } from '../../picker/find.ts';
import { focusAt, openItem } from '../navigation/navigate.ts';
import { aboutLabel, shownFields } from '../page/item-form.ts';
import { itemName } from '../render/blocks/links.ts';
import type { State } from '../state/state.ts';
import { answered, fieldGoal, type Goal, textOf } from './palette-goal.ts';

/** An item as it is found: `path` is what it is called in its list, "Immediate Actions 2". */
interface ListedItem {
  template: Template;
  list: ListBlock;
  item: Item;
  path: string;
  title: string;
  /** Whether its form asks which issues it is about. */
  takesIssues: boolean;
}

const listed = memo(
  (
    item: Item,
    template: Template,
    list: ListBlock,
    number: number,
    name: string,
    takesIssues: boolean,
  ): ListedItem => ({
    template,
    list,
    item,
    path: `${list.title} ${number}`,
    title: name || `${number}`,
    takesIssues,
  }),
);

/** The items of all lists and their fields, made when they are found. Those of the open one come first. */
export const itemGoals = memoBy(
  ({ template, history, open }: State) => [template, history.present.items, history.present.issues, open],
  (state): Further<Goal> => {
    const { template, history, open } = state;
    const hasIssues = history.present.issues.length > 0;
    const all = Object.values(template.lists).flatMap((list) =>
      (history.present.items[list.id] ?? []).map((item, index) =>
        listed(item, template, list, index + 1, itemName(state, list, item), hasIssues && takesLinks(list)),
      ),
    );
    const here = all.find(({ item }) => open && 'item' in open && item.id === open.item);
    return {
      count: all.reduce(
        (sum, { list, takesIssues }) => sum + 1 + Number(takesIssues) + Object.keys(list.fields).length,
        0,
      ),
      holders: here ? [here, ...all.filter((one) => one !== here)] : all,
      wordsIn: (one) => wordsIn(one as ListedItem),
      labelsIn: (one) => labelsIn((one as ListedItem).list),
      entriesIn: (one) => goalsIn(one as ListedItem),
    };
  },
);

const wordsIn = memo(({ path, title, item }: ListedItem): string => {
  const name = `${path} ${title}`.replaceAll('\n', ' ');
  return folded([name, ...Object.values(item.answers).map(textOf)].join('\n'));
});

const labelsIn = memo((list: ListBlock): string => {
  const labels = Object.values(list.fields).map(({ label, hint, id }) => label || hint || id);
  return folded([...labels, ...(takesLinks(list) ? [aboutLabel] : [])].join('\n'));
});

function goalsIn({ template, list, item, path, title, takesIssues }: ListedItem): Goal[] {
  const whole: Goal = {
    id: `item:${item.id}`,
    title,
    path,
    kind: 'item',
    text: Object.keys(list.fields)
      .map((field) => answered(item.answers[field], list.fields[field]).text ?? '')
      .join(' '),
    go: (now) => openItem(now, list.id, item.id),
  };
  const parts = shownFields(template, list, item).flatMap((id): Goal[] => {
    const field = list.fields[id];
    if (!field) return [];
    const place = { list: list.id, item: item.id, field: id };
    return [fieldGoal(place, { title: field.label || field.hint || id, path }, item.answers[id], field)];
  });
  const about: Goal = {
    id: `about:${item.id}`,
    title: aboutLabel,
    path,
    kind: 'field',
    note: item.issues?.length ? counted(item.issues.length, 'issue') : 'empty',
    go: (now) => focusAt(openItem(now, list.id, item.id), { on: 'about', list: list.id, item: item.id }),
  };
  return [whole, ...parts, ...(takesIssues ? [about] : [])];
}
