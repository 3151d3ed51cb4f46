import { fileOf } from '../../drafts/files/folder.ts';
import type { DraftStore } from '../../drafts/store/store.ts';
import { statsOf } from '../../files/stats.ts';
import { countChecklistAnswers } from '../../review/answer-counts.ts';
import { startHistory } from '../../review/history/history.ts';
import { loadTemplate } from '../../template-library/registry.ts';
import { visible } from '../../text/clean.ts';
import { largeDraft } from '../large-draft.ts';
import { problemRows } from '../wizard/overlays/problems/problems.ts';

/** What takes the whole draft to be told, of the draft that is picked out. */
export interface GlanceFacts {
  checklist: { answered: number; total: number };
  /** The first field without an answer: "Caching › TTLs"; empty when there is none. */
  next: string;
  /** The first error, else the first warning; null when there is neither. */
  problem: { level: 'error' | 'warning'; what: string } | null;
}

/** Reads a draft and runs the checks on it; null where it cannot be read, or is too large for a glance. */
export async function glanceFacts(drafts: DraftStore, id: string, now: Date): Promise<GlanceFacts | null> {
  if ((statsOf(fileOf(drafts.home, 'drafts', id))?.size ?? 0) > largeDraft) return null;
  const draft = drafts.load(id);
  if (!draft.ok) return null;
  const template = await loadTemplate(draft.value.template, drafts.home);
  if (!template.ok) return null;
  const { review } = draft.value;
  const { found, unanswered } = problemRows({
    template: template.value,
    history: startHistory(review),
    now: now.getTime(),
    external: {},
    open: null,
    judged: null,
  });
  const [missing] = unanswered;
  const open = found.filter(({ first }) => first.overridden === undefined);
  const worst = (['error', 'warning'] as const).flatMap((level) => {
    const row = open.find(({ first }) => first.level === level);
    return row ? [{ level, what: visible(row.message) }] : [];
  });
  const { answered, total } = countChecklistAnswers(template.value, review);
  return {
    checklist: { answered, total },
    next: missing ? visible([missing.path, missing.message].filter((words) => words !== '').join(' › ')) : '',
    problem: worst[0] ?? null,
  };
}
