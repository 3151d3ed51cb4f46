import type { Review } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import type { Doubt } from '../read-result.ts';
import type { Statement } from './cutting/stretch.ts';

/**
 * Answers a review by what its report states elsewhere, where all of that agrees; where it does not, the field is left
 * open.
 * @param review is changed
 * @returns what a person should look at
 */
export function withStatements(template: Template, review: Review, statements: Statement[]): Doubt[] {
  const byField = new Map<string, Statement[]>();
  for (const one of statements) byField.set(one.field, [...(byField.get(one.field) ?? []), one]);
  return [...byField].flatMap(([id, stated]): Doubt[] => {
    const answer = review.answers[id];
    const label = template.fields[id]?.label ?? id;
    const [first] = stated;
    const own = answer && 'value' in answer ? [answer.value] : [];
    const values = [...new Set([...own, ...stated.map(({ value }) => value)])];
    if (!first || (answer && values.length === 1)) return [];
    const other = stated.find(({ value }) => value !== values[0]) ?? first;
    if (values.length > 1) {
      delete review.answers[id];
      const what = `${label} is left open: the report says ${values.join(' and ')}`;
      return [{ key: id, line: other.at + 1, what }];
    }
    review.answers[id] = { value: first.value };
    return [{ key: id, line: first.at + 1, what: `${label} is read as ${first.value} from this line` }];
  });
}
