import { memo, memoBy } from '../../../memo.ts';
import { type FieldRef, fieldKey, type Item } from '../../../review/review.ts';
import type { ListBlock, Template } from '../../../template/template.ts';
import { type Further, folded } from '../../picker/find.ts';
import { goToField } from '../navigation/go-to.ts';
import { openItem } from '../navigation/navigate.ts';
import { shownFields } from '../page/item-form.ts';
import { itemName } from '../render/blocks/links.ts';
import type { State } from '../state/state.ts';
import { answered, type Goal, textOf } from './palette-goal.ts';

/** An item as it is found: `path` is what it is called in its list, "Immediate Actions 2". */
interface ListedItem {
  template: Template;
  list: ListBlock;
  item: Item;
  path: string;
  title: string;
}

const listed = memo(
  (item: Item, template: Template, list: ListBlock, number: number, name: string): ListedItem => ({
    template,
    list,
    item,
    path: `${list.title} ${number}`,
    title: name || `${number}`,
  }),
);

/** The items of all lists and their fields, made when they are found. Those of the open one come first. */
export const itemGoals = memoBy(
  ({ template, history, open }: State) => [template, history.present.items, history.present.issues, open],
  (state): Further<Goal> => {
    const { template, history, open } = state;
    const all = Object.values(template.lists).flatMap((list) =>
      (history.present.items[list.id] ?? []).map((item, index) =>
        listed(item, template, list, index + 1, itemName(state, list, item)),
      ),
    );
    const here = all.find(({ item }) => open && 'item' in open && item.id === open.item);
    return {
      count: all.reduce((sum, { list }) => sum + 1 + Object.keys(list.fields).length, 0),
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

const labelsIn = memo(({ fields }: ListBlock): string =>
  folded(
    Object.values(fields)
      .map(({ label, hint, id }) => label || hint || id)
      .join('\n'),
  ),
);

function goalsIn({ template, list, item, path, title }: ListedItem): Goal[] {
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
    const place: FieldRef = { list: list.id, item: item.id, field: id };
    if (!field) return [];
    return [
      {
        id: `field:${fieldKey(place)}`,
        title: field.label || field.hint || id,
        path,
        kind: 'field',
        ...answered(item.answers[id], field),
        go: (now) => goToField(now, place),
      },
    ];
  });
  return [whole, ...parts];
}
