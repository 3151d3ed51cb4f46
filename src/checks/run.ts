import { issueNames } from '../review/numbers.ts';
import type { Review } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import type { Found, Subject } from './check.ts';
import { type Address, type Facts, type Finding, levels } from './finding.ts';
import { checks } from './registry.ts';
import { rolesOf } from './roles.ts';

/** What all checks find in a review: errors, warnings, hints, each in the order of the pages. Never throws. */
export function runChecks(template: Template, review: Review, facts: Facts): Finding[] {
  const subject: Subject = {
    template,
    review,
    facts,
    roles: rolesOf(template),
    names: issueNames(template, review),
  };
  const pageOf = pagesOf(subject);
  const found = checks.flatMap(({ id, level, find }) =>
    find(subject).map((one): Finding => {
      const { remedy, place } = one;
      const message = one.message.replace(/\s+/g, ' ').trim();
      const address = 'page' in place ? null : place;
      return { id, level: one.level ?? level, page: pageOf(place), place: address, message, remedy };
    }),
  );
  const order = orderOf(template);
  const rank = ({ level, page, place }: Finding) =>
    levels.indexOf(level) * 1e6 +
    (order.get(page) ?? 0) +
    (place && 'field' in place ? (order.get(fieldKey(place)) ?? 0) : 0);
  return found
    .map((finding) => ({ finding, rank: rank(finding) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ finding }) => finding);
}

const fieldKey = (place: Address): string =>
  'field' in place && !('issue' in place || 'list' in place) ? `field/${place.field}` : '';

/** Pages in thousands, the fields that stand once on them in ones. */
function orderOf(template: Template): Map<string, number> {
  return new Map(
    template.pages.flatMap((page, index) => [
      [page.id, index * 1000] as const,
      ...page.fields.map((field, at) => [`field/${field}`, at] as const),
    ]),
  );
}

function pagesOf({ template, review }: Subject): (place: Found['place']) => string {
  const severities = new Map(review.issues.map((issue) => [issue.id, issue.severity]));
  const fields = new Map(
    template.pages.flatMap((page) => page.fields.map((field) => [field, page.id] as const)),
  );
  return (place) => {
    if ('page' in place) return place.page;
    if ('issue' in place) {
      const severity = severities.get(place.issue);
      return (severity && template.issues[severity]?.page) ?? '';
    }
    if ('list' in place) return template.lists[place.list]?.page ?? '';
    return fields.get(place.field) ?? '';
  };
}
