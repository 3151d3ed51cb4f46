import type * as z from 'zod/mini';
import { done, type Failure, failed, type Result } from '../../failure.ts';
import type { Draft } from './draft.ts';
import { draftFormat, draftSchema } from './schema.ts';
import { areSoundIssues } from './sound-issues.ts';

/** Most that is said about one file: a file of another kind altogether is wrong everywhere. */
const mostProblems = 10;

/**
 * The draft that a file's text holds. `where` names the file in the problems: not JSON, written by a newer
 * version, or wrong types, with one problem for each wrong place.
 * @param isOurs whether this very program wrote the text: then nothing is looked for
 */
export function parseDraft(text: string, where: string, isOurs = false): Result<Draft> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return failed(notJson(where, text, error));
  }
  if (isOurs) return done(json as Draft);
  const format = formatOf(json);
  if (format > draftFormat) return failed(tooNew(where, format));
  const parsed = checked(atFormat(json, format));
  if (parsed.success) return done(parsed.data);
  if (!looksLikeDraft(json)) return failed(noDraft(where));
  const issues = parsed.error.issues.map(deepest).slice(0, mostProblems);
  return failed(...issues.map((issue) => wrong(where, issue)));
}

/** With what was there in each mistake: nothing, where something is missing. */
const asked = { reportInput: true };

/** What the schema says of a draft. Its issues are most of it: those that are surely sound are not handed to it. */
function checked(json: unknown): z.core.util.SafeParseResult<Draft> {
  const { review } = (json ?? {}) as { review?: { issues?: unknown } | null };
  const issues = review?.issues;
  if (!areSoundIssues(issues)) return draftSchema.safeParse(json, asked);
  const parsed = draftSchema.safeParse({ ...(json as object), review: { ...review, issues: [] } }, asked);
  if (parsed.success) parsed.data.review.issues = issues;
  return parsed;
}

/**
 * What makes the next format of each older one. The second has links, overrides, and a previous review; the third knows
 * the journals of several windows.
 */
const next: Record<number, (draft: object) => object> = {
  1: (draft) => ({ ...draft, format: 2 }),
  2: ({ journal, ...draft }: { journal?: { sequence: number } }) =>
    journal
      ? { ...draft, format: 3, journal, journals: { main: journal.sequence } }
      : { ...draft, format: 3 },
};

function atFormat(json: unknown, format: number): unknown {
  const step = next[format];
  return step && typeof json === 'object' && json !== null ? atFormat(step(json), format + 1) : json;
}

const beginsNow = new RegExp(`^\\{\\s*"format":\\s*${draftFormat}\\s*,`);

/** The older format that a draft's text is in; null when it is in the one at hand, or in none. */
export function olderFormat(text: string): number | null {
  const head = text.slice(0, 1000);
  // It is the first that this program writes: a large draft need not be parsed to know it.
  if (!/"format":\s*\d/.test(head) || beginsNow.test(head)) return null;
  try {
    const format = formatOf(JSON.parse(text));
    return format > 0 && format < draftFormat ? format : null;
  } catch {
    return null;
  }
}

/** Whether a draft's text says that a newer version wrote it. */
export function isNewer(text: string): boolean {
  try {
    return formatOf(JSON.parse(text)) > draftFormat;
  } catch {
    return false;
  }
}

function formatOf(json: unknown): number {
  const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : 0;
  return typeof format === 'number' ? format : 0;
}

function notJson(where: string, text: string, error: unknown): Failure {
  const what = text.trim() === '' ? 'is empty' : `is not JSON (${plain(error)})`;
  return { where, what, remedy: 'restore the file from a copy, or start again with: sanctum-review new' };
}

/** The parser's words without the piece of the file that it quotes. */
function plain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const place = /\(line \d+ column \d+\)/.exec(message)?.[0].slice(1, -1);
  return place ? `broken at ${place}` : 'it breaks off';
}

/** Whether it has some of what every draft has; a draft with mistakes has most of it. */
const looksLikeDraft = (json: unknown): boolean =>
  typeof json === 'object' &&
  json !== null &&
  ['format', 'template', 'review', 'made', 'edited', 'position'].filter((key) => key in json).length > 1;

const noDraft = (where: string): Failure => ({
  where,
  what: 'is not a draft',
  remedy:
    'name a draft instead: "sanctum-review drafts" lists them, "sanctum-review schema" prints what one holds',
});

function tooNew(where: string, format: number): Failure {
  return {
    where,
    what: `is in draft format ${format}; this sanctum-review reads up to format ${draftFormat}`,
    remedy: `use a sanctum-review that reads draft format ${format}; the file was left as it is`,
  };
}

function wrong(where: string, issue: z.core.$ZodIssue): Failure {
  const path = pathOf(issue.path);
  return {
    where: path ? `${where}: ${path}` : where,
    what: whatOf(issue),
    remedy: 'correct the file, or restore it from a copy; "sanctum-review schema" prints what a draft holds',
  };
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function whatOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `has ${issue.keys.map((key) => `"${key}"`).join(', ')}, which a draft does not know`;
    case 'invalid_type':
      return isMissing(issue) ? 'is missing' : `must be ${named(issue.expected)}`;
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'too_small':
      return `must be at least ${issue.minimum}`;
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

function named(type: string): string {
  const names: Record<string, string> = { string: 'text', int: 'a whole number', array: 'a list' };
  return names[type] ?? (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);
}

/**
 * Of a choice between shapes, the mistake inside the shape that was meant (where it lies deepest), so that the
 * path leads to the wrong value and not to everything around it.
 */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const meant = issue.errors
    .filter((branch) => branch.every(isInside))
    .flatMap((branch) => branch.slice(0, 1));
  const inner = meant.map(deepest).reduce<z.core.$ZodIssue | undefined>(deeper, undefined);
  return inner ? { ...inner, path: [...issue.path, ...inner.path] } : issue;
}

const deeper = (a: z.core.$ZodIssue | undefined, b: z.core.$ZodIssue) =>
  a && a.path.length >= b.path.length ? a : b;

/** Not about the shape itself (another type, an unknown or a missing key) but about what stands in it. */
const isInside = (issue: z.core.$ZodIssue): boolean =>
  issue.path.length > 1 || (issue.path.length === 1 && !isMissing(issue));

const isMissing = ({ code, input }: z.core.$ZodIssue): boolean =>
  code === 'invalid_type' && input === undefined;
