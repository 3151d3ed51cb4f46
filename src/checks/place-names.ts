import { issueNames } from '../review/issue-names.ts';
import type { Review } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import type { Problem } from './problem.ts';

/** Says the places of a review's problems for people: "CRITICAL-2 › Fix Required", "Analysis › Caching Strategy › TTLs". */
export function placeNames(
  template: Template,
  review: Review,
): (problem: Pick<Problem, 'page' | 'place'>) => string {
  const names = issueNames(template, review);
  const issues = new Map(review.issues.map((issue) => [issue.id, issue]));
  const numbers = new Map<string, number>();
  for (const [list, items] of Object.entries(review.items))
    items.forEach((item, index) => {
      numbers.set(`${list}/${item.id}`, index + 1);
    });
  return ({ page: id, place }) => {
    const page = template.pages.find((one) => one.id === id);
    const title = page?.title ?? id;
    if (!place) return title;
    if ('issue' in place) {
      const name = names.get(place.issue) ?? '';
      const block = template.issues[issues.get(place.issue)?.severity ?? 'low'];
      return 'field' in place ? `${name} › ${block?.fields[place.field]?.label || place.field}` : name;
    }
    if ('list' in place) {
      const list = template.lists[place.list];
      const field = list?.fields[place.field];
      const number = numbers.get(`${place.list}/${place.item}`) ?? '';
      return `${list?.title ?? place.list} ${number} › ${field?.label || field?.hint || place.field}`;
    }
    const group = page?.blocks.find((block) => block.type === 'group' && block.fields.includes(place.field));
    const field = template.fields[place.field];
    const within = group?.type === 'group' ? [group.title] : [];
    return [title, ...within, field?.label || field?.hint || place.field].join(' › ');
  };
}
