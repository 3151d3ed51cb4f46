import { isEmpty, problemOf } from '../../fields/kinds.ts';
import { issueNames } from '../../review/numbers.ts';
import { missingOf } from '../../review/progress.ts';
import { answerAt, type Place } from '../../review/review.ts';
import { fieldAt, groupOf, issueField } from './lookup.ts';
import type { State } from './state.ts';

/** Something that is wrong or missing, and where to mend it. */
export interface Finding {
  level: 'wrong' | 'missing';
  place: Place;
  /** "CRITICAL-2 › Fix Required". */
  where: string;
  what: string;
}

/** What is known to be wrong or missing now: invalid answers first, then what has no answer yet. */
export function findings(state: State): Finding[] {
  const wrong: Finding[] = [];
  const missing: Finding[] = [];
  const see = (place: Place, where: string) => {
    const field = fieldAt(state.template, state.history.present, place);
    if (!field) return;
    const answer = answerAt(state.history.present, place);
    if (answer && 'value' in answer && !isEmpty(field, answer.value)) {
      const what = problemOf(field, answer.value);
      if (what) wrong.push({ level: 'wrong', place, where, what });
    } else if (!(answer && 'notApplicable' in answer) && field.default === undefined) {
      missing.push({ level: 'missing', place, where, what: 'no answer yet' });
    }
  };
  const { template } = state;
  const names = issueNames(template, state.history.present);
  for (const page of template.pages) {
    for (const id of page.fields) {
      const title = groupOf(page, id)?.title ?? page.title;
      see({ field: id }, `${title} › ${template.fields[id]?.label || template.fields[id]?.hint || id}`);
    }
  }
  for (const issue of state.history.present.issues) {
    for (const name of missingOf(template, issue)) {
      const { label } = issueField(template, issue.severity, name);
      const where = `${names.get(issue.id) ?? ''} › ${label}`;
      missing.push({
        level: 'missing',
        place: { issue: issue.id, field: name },
        where,
        what: 'no answer yet',
      });
    }
  }
  for (const list of Object.values(template.lists)) {
    (state.history.present.items[list.id] ?? []).forEach((item, index) => {
      for (const field of list.asks) {
        const label = list.fields[field]?.label || list.fields[field]?.hint || field;
        see({ list: list.id, item: item.id, field }, `${list.title} ${index + 1} › ${label}`);
      }
    });
  }
  return [...wrong, ...missing];
}
