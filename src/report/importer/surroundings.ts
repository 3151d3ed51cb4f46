import type { Line } from '../../markdown/scan.ts';
import { looseName } from './vocabulary/names.ts';
import { type Quiet, quietUnder } from './vocabulary/quiet-headings.ts';
import {
  isInformational,
  type SeverityName,
  severityIn,
  severityOfHeading,
  severityTag,
} from './vocabulary/severities.ts';
import { type Closing, closingIn, closingOfTitle, statusValue } from './vocabulary/statuses.ts';

/** What a heading's own lines say of it. */
interface OwnFacts {
  severity?: SeverityName;
  closing?: Closing;
}

/** What is known of the lines of a report before it is cut. */
export interface Surroundings {
  /** What the lines right below a heading say of it. */
  facts: Map<Line, OwnFacts>;
  /** Lines among which no open issue begins, and why: below a plan, a legend, a history, or a closed issue. */
  quiet: Map<Line, Quiet | Closing>;
}

const severityLine =
  /^[ \t]*(?:[-*+|>][ \t]*)?(?:\*\*|__)?[^\p{L}\n]{0,3}(severity|severity level|priority)(?:\*\*|__)?[ \t]*[:|][ \t]*(?:\*\*|__)?[ \t]*(.+?)[ \t|]*$/iu;

/** The value of a line that says a severity. */
export const severityValue = (text: string): string | undefined => severityLine.exec(text)?.[2];

/** How far below its heading an issue says what it is. */
const near = 15;

export function surroundingsOf(lines: Line[]): Surroundings {
  const facts = factsBelow(lines);
  const quiet = new Map<Line, Quiet | Closing>();
  const above: { level: number; why: Quiet | Closing }[] = [];
  let first = true;
  for (const line of lines) {
    const { level, title = '' } = line;
    if (level !== undefined) {
      while ((above.at(-1)?.level ?? 0) >= level) above.pop();
      // The title of the report says nothing of what stands below it.
      const why = first && level === 1 ? null : quietBy(title, facts.get(line));
      if (why) above.push({ level, why });
      first = false;
    }
    const why = above.at(-1)?.why;
    if (why) quiet.set(line, why);
  }
  return { facts, quiet };
}

const quietBy = (title: string, facts: OwnFacts = {}): Quiet | Closing | null =>
  facts.closing ?? closingOfTitle(title) ?? (isInformational(title) ? 'notes' : quietByName(title, facts));

const quietByName = (title: string, { severity }: OwnFacts): Quiet | null =>
  severity || severityTag(title) || severityOfHeading(title) ? null : quietUnder(looseName(title));

/** Severity and status that lines right below a heading say of it. */
function factsBelow(lines: Line[]): Map<Line, OwnFacts> {
  const all = new Map<Line, OwnFacts>();
  let heading: Line | null = null;
  let isSure = false;
  for (const line of lines) {
    if (line.level !== undefined) {
      heading = line;
      isSure = false;
    } else if (heading && line.at - heading.at <= near && line.kind === 'text') {
      const facts: OwnFacts = all.get(heading) ?? {};
      const status = facts.closing ? undefined : statusValue(line.text);
      const closing = status === undefined ? null : closingIn(status);
      if (closing) all.set(heading, { ...facts, closing });
      const [, label = '', value] = severityLine.exec(line.text) ?? [];
      // A severity says more than a priority, wherever it stands.
      if (value === undefined || isSure || (facts.severity && !/^severity/i.test(label))) continue;
      const severity = severityIn(value.replace(/[*_`]/g, '').replace(/\(.*$/, ''));
      if (!severity) continue;
      isSure = /^severity/i.test(label);
      all.set(heading, { ...all.get(heading), severity });
    }
  }
  return all;
}
