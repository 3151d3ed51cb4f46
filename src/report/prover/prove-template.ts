import { isDeepStrictEqual } from 'node:util';
import { done, type Failure, failed, type Result } from '../../failure.ts';
import { severities } from '../../fields/issue.ts';
import type { Review } from '../../review/review.ts';
import { address } from '../../template/address.ts';
import { type Compiled, compileWithPlaces } from '../../template/compile.ts';
import type { Template } from '../../template/template.ts';
import { normalize } from '../normalize.ts';
import { readReport } from '../read.ts';
import { render } from '../writer/render.ts';
import { madeUp } from './made-up-reviews.ts';

/** Compiles a template, and proves it: what is answered in it comes back from its report. Else all its mistakes. */
export function provenTemplate(markdown: string, file: string): Result<Template> {
  const compiled = compileWithPlaces(markdown, file);
  if (!compiled.ok) return compiled;
  const problems = mistakesOf(compiled.value, file);
  return problems.length > 0 ? failed(...problems) : done(compiled.value.template);
}

/** What does not come back from the reports of a few made-up reviews, at the directive that it is about. */
function mistakesOf({ template, where }: Compiled, file: string): Failure[] {
  const lost = lostIn(template, () => true);
  // Where a field is lost, its lines turn up among the notes: those are no mistake of their own.
  const fields = [...lost].filter((place) => !place.startsWith('section/'));
  // And one that swallows the next is the only one to blame.
  const alone = fields.slice(0, enough).filter((one) => lostIn(template, (place) => place === one).has(one));
  const order = [...where.keys()];
  const found = [alone, fields, [...lost]].find((places) => places.length > 0) ?? [];
  return found
    .sort((one, other) => order.indexOf(one) - order.indexOf(other))
    .map((place) => ({
      // A field that a severity does not ask has no place but that of the block.
      where: where.get(place) ?? where.get(place.replace(/\/[^/]*$/, '')) ?? file,
      what: place.startsWith('section/')
        ? 'words under this heading would be read as notes of the reviewer'
        : 'what is answered here would not be read back from the report',
      remedy: 'keep to the shapes of "sanctum-review template show": a heading or a label before each field',
    }));
}

/** How many mistakes are looked into. */
const enough = 30;

/** The addresses of what is lost when those places that `answers` takes are answered. */
function lostIn(template: Template, answers: (place: string) => boolean): Set<string> {
  const reviews = madeUp(template, answers);
  return new Set(
    reviews.flatMap((review) =>
      differences(readReport(template, render(template, review)).review, normalize(template, review)),
    ),
  );
}

/** The addresses of what differs between two reviews. */
function differences(one: Review, other: Review): string[] {
  const keys = (a: object, b: object) => [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const unlike = <T extends object>(a: T | undefined, b: T | undefined): string[] =>
    keys(a ?? {}, b ?? {}).filter((key) => !isDeepStrictEqual(a?.[key as keyof T], b?.[key as keyof T]));
  const ofIssues = severities.flatMap((severity) => {
    const [mine, theirs] = [one, other].map((review) =>
      review.issues.filter((issue) => issue.severity === severity),
    );
    if (mine?.length !== theirs?.length) return [address.issues(severity)];
    return (mine ?? []).flatMap((issue, index) => {
      const fields = unlike(issue.answers, theirs?.[index]?.answers);
      const note = issue.note === theirs?.[index]?.note ? [] : [address.issues(severity)];
      return fields.length > 0 ? fields.map((field) => address.issues(severity, field)) : note;
    });
  });
  const ofItems = keys(one.items, other.items).flatMap((list) => {
    const [mine, theirs] = [one.items[list] ?? [], other.items[list] ?? []];
    if (mine.length !== theirs.length) return [address.items(list)];
    return mine.flatMap((item, index) => {
      const fields = unlike(item.answers, theirs[index]?.answers).map((field) => address.items(list, field));
      const sameIssues = isDeepStrictEqual(item.issues, theirs[index]?.issues);
      return fields.length > 0 || sameIssues ? fields : [address.items(list)];
    });
  });
  return [
    ...unlike(one.answers, other.answers),
    ...ofIssues,
    ...ofItems,
    ...unlike(one.notes, other.notes).map((section) => address.section(section)),
  ];
}
