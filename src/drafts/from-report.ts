import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { readSource } from '../files/source.ts';
import { done, type Result } from '../problem.ts';
import { readReport } from '../report/read.ts';
import type { Template } from '../template/template.ts';
import { openTemplate } from '../templates/registry.ts';
import { defaultTemplate, templateInfo } from './begin.ts';
import type { Draft } from './draft.ts';
import type { DraftStore } from './store.ts';

export interface ReadReport {
  draft: Draft;
  template: Template;
  /** What to say of lines that fitted no field. */
  notes: string[];
}

/** A report as a new draft, not saved yet. */
export async function draftFromReport(
  context: Context,
  store: DraftStore,
  report: string,
  templateName = defaultTemplate,
): Promise<Result<ReadReport>> {
  const text = await readSource(context, report);
  if (!text.ok) return text;
  const opened = await openTemplate(templateName, store.home, context.cwd);
  if (!opened.ok) return opened;
  const { template, hash } = opened.value;
  const { review, unplaced } = readReport(template, text.value);
  const draft = store.create(templateInfo(template, hash), {
    review,
    position: { page: template.pages[0]?.id ?? '', scroll: 0 },
    ...(report === '-' ? {} : { readFrom: resolve(context.cwd, report) }),
  });
  return done({ draft, template, notes: unplaced > 0 ? [unplacedNote(unplaced)] : [] });
}

function unplacedNote(count: number): string {
  const lines = count === 1 ? '1 line fits' : `${count} lines fit`;
  return `${lines} no field of the template; kept as notes of the sections, and printed again at their ends`;
}
