import type { IssueAnswers, Severity } from '../fields/issue.ts';
import { plainAsMarkdown } from '../markdown/plain-text.ts';
import type { Issue } from '../review/review.ts';
import { counted } from '../text/counted.ts';
import type { Candidate } from './candidates.ts';

/** No issue lists more locations; the description says how many there are. */
const mostLocations = 50;

/**
 * An issue that says what scanners found, and which did. What they do not know (a category, the impact) is left to the
 * reviewer.
 */
export function issueFrom(candidate: Candidate, id: string, severity: Severity): Issue {
  const { title, locations, fix } = candidate;
  const answers: IssueAnswers = {
    title: { value: title },
    ...(locations.length > 0 ? { location: { value: locations.slice(0, mostLocations) } } : {}),
    description: { value: `${sourceOf(candidate)}\n\n${plainAsMarkdown(candidate.message)}` },
    ...(fix === null ? {} : { fix: { value: plainAsMarkdown(fix) } }),
  };
  return { id, severity, answers };
}

/** "Reported by gosec (G404): severity HIGH, 3 results." */
export function sourceOf({ tool, rule, severityFrom, results, locations }: Candidate): string {
  const more = locations.length > mostLocations ? [`${counted(locations.length, 'location')} in all`] : [];
  const facts = [severityFrom, counted(results, 'result'), ...more].join(', ');
  return `${plainAsMarkdown(`Reported by ${tool} (${rule}): ${facts}`)}.`;
}

/** A candidate for each place of one. */
export const eachPlace = (candidate: Candidate): Candidate[] =>
  candidate.locations.length < 2
    ? [candidate]
    : candidate.locations.map((location) => ({ ...candidate, locations: [location], results: 1 }));
