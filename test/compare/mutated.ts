import type { Severity } from '../../src/fields/issue.ts';
import { severities } from '../../src/fields/issue.ts';
import type { Issue } from '../../src/review/review.ts';
import { issue, type Said } from './two.ts';

/** Numbers from 0 up to a bound, the same for the same seed. */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const things =
  'post comment message feed profile avatar session token password invite friend group chat notification upload image video search cache queue worker migration index query transaction webhook email rate limit counter cursor socket heartbeat health probe config secret certificate log metric trace alert backup restore'.split(
    ' ',
  );
const faults =
  'missing ignored unbounded hardcoded inconsistent unvalidated leaking duplicated stale slow blocking racy untested undocumented exposed unencrypted misconfigured dead oversized silent'.split(
    ' ',
  );
const filler =
  'handler service repository middleware client request response connection database error timeout user admin production deployment memory load returns discards reads writes opens closes retries waits panics fails grows blocks leaves keeps sends drops trusts checks value header body field row table column key lock channel goroutine hook component page button'.split(
    ' ',
  );
const files = Array.from(
  { length: 60 },
  (_, at) => `backend/internal/${things[at % things.length]}/${filler[at % filler.length]}.go`,
);

interface Known {
  said: Said;
  severity: Severity;
}

/** An issue as people write them; a LOW has no location. `like` gives a sibling: the same fault of something else. */
function madeUp(roll: (below: number) => number, like?: Known): Known {
  const pick = (all: string[]) => all[roll(all.length)] ?? '';
  const severity = like?.severity ?? severities[roll(4)] ?? 'low';
  const words = (count: number) => Array.from({ length: count }, () => pick(filler)).join(' ');
  const thing = pick(things);
  if (like) {
    const [, old = ''] = (like.said.title ?? '').split(' ');
    const other = thing === old ? `${thing} request` : thing;
    const anew = (text = '') => text.replaceAll(old, other);
    const { location: _, ...rest } = like.said;
    const place = severity === 'low' ? {} : { location: `${pick(files)}:${1 + roll(900)}` };
    return {
      severity,
      said: {
        ...rest,
        ...place,
        title: anew(like.said.title),
        description: anew(like.said.description),
        fix: anew(like.said.fix),
        ...(like.said.code === undefined ? {} : { code: anew(like.said.code) }),
      },
    };
  }
  const from = 1 + roll(900);
  const fault = pick(faults);
  return {
    severity,
    said: {
      title: `${fault} ${thing} ${words(1 + roll(3))}`,
      category: pick(['Security', 'Performance', 'Testing', 'Configuration']),
      ...(severity === 'low' ? {} : { location: `${pick(files)}:${from}-${from + roll(12)}` }),
      description: `The ${thing} ${words(8 + roll(20))} and ${fault} ${words(4)}.`,
      ...(severity === 'critical' ? { code: `${thing} := ${words(4)}()` } : {}),
      fix: `Make the ${thing} ${words(5)}.`,
    },
  };
}

/** The same issue a while later: lines moved, words changed, perhaps another severity. */
function later(roll: (below: number) => number, { said, severity }: Known): Known {
  const reworded = (text: string, part: number) =>
    text
      .split(' ')
      .map((word) => (roll(100) < part ? (filler[roll(filler.length)] ?? word) : word))
      .join(' ');
  const moved = (place: string) =>
    place.replace(/:(\d+)(?:-(\d+))?$/, (_, from, to) => {
      const by = roll(3) === 0 ? roll(40) : 0;
      return `:${Number(from) + by}${to === undefined ? '' : `-${Number(to) + by}`}`;
    });
  return {
    severity: roll(10) === 0 ? (severities[roll(4)] ?? severity) : severity,
    said: {
      ...said,
      title: roll(4) === 0 ? reworded(said.title ?? '', 30) : (said.title ?? ''),
      ...(typeof said.location === 'string' ? { location: moved(said.location) } : {}),
      description: roll(3) === 0 ? reworded(said.description ?? '', 30) : (said.description ?? ''),
    },
  };
}

/**
 * Two reviews with ids that tell which issues are truly the same: `same…` in both. A tenth is resolved and a tenth
 * new, half of which are siblings of what was there.
 */
export function twoReviews(seed: number, count: number): { before: Issue[]; after: Issue[] } {
  const roll = dice(seed);
  const known = Array.from({ length: count }, () => madeUp(roll));
  const made = ({ said, severity }: Known, id: string) => issue(severity, said, id);
  const before = known.map((one, at) => made(one, `same${at}`));
  const kept = known.flatMap((one, at) => (roll(10) === 0 ? [] : [made(later(roll, one), `same${at}`)]));
  const fresh = Array.from({ length: Math.ceil(count / 10) }, (_, at) =>
    made(madeUp(roll, roll(2) === 0 ? known[roll(count)] : undefined), `new${at}`),
  );
  const after = [...kept, ...fresh];
  for (let at = after.length - 1; at > 0; at -= 1) {
    const other = roll(at + 1);
    const [one, two] = [after[at], after[other]];
    if (one && two) [after[at], after[other]] = [two, one];
  }
  return { before, after };
}
