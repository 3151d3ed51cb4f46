import type { Review } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import { Output } from './output.ts';
import { Writer } from './writer.ts';

/** The report of a review: the template's text with the answers in it. UTF-8, LF, one newline at the end. */
export function render(template: Template, review: Review): string {
  const out = new Output();
  new Writer(template, review, out).document();
  return ended(out.text);
}

/** The empty template as plain Markdown, with one sample of what repeats. */
export function renderBlank(template: Template): string {
  const out = new Output();
  new Writer(template, null, out).document();
  return ended(out.text);
}

function ended(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') end -= 1;
  return `${text.slice(0, end)}\n`;
}
