import { isNotApplicable } from '../../../fields/value.ts';
import { languageOf } from '../../../repository/source/language.ts';
import type { Action } from '../../../review/actions.ts';
import { hashOfLines, isSameStretch, locationOf } from '../../../review/evidence/sources.ts';
import { answerAt, type FieldRef, issueById, valueAt } from '../../../review/review.ts';
import { clean } from '../../../text/clean.ts';
import { asCode } from '../controls/code.ts';
import { withBuffer } from '../page/text.ts';
import { commitTogether } from '../state/commit.ts';
import { sourcedIssue, sourceOf } from '../state/source.ts';
import type { SourceView, Stretch } from '../state/source-view.ts';
import { type State, say } from '../state/state.ts';
import { openGroup } from '../state/undo-group.ts';
import { fenceFor } from './code-fences.ts';

/** Whether there are lines beside the form that can be taken. */
export const hasLines = (state: State): boolean => {
  const source = sourceOf(state);
  return source !== null && 'lines' in source.text;
};

/** The selected lines moved up or down, all of them or only their end. */
export function selectLines(state: State, by: number, part: 'all' | 'end'): State {
  const source = sourceOf(state);
  if (!source || 'refused' in source.text) return state;
  const last = source.text.lines.length;
  const { from, to } = source.selected;
  const selected: Stretch =
    part === 'all'
      ? shifted(source.selected, Math.max(1 - from, Math.min(by, last - to)))
      : { from, to: Math.max(from, Math.min(to + by, last)) };
  return { ...state, source: { ...source, selected } };
}

const shifted = ({ from, to }: Stretch, by: number): Stretch => ({ from: from + by, to: to + by });

/** Adds the selected lines to the evidence of the issue, behind what is there, and remembers where they are from. */
export function takeEvidence(state: State): State {
  const source = sourceOf(state);
  const issue = sourcedIssue(state);
  if (!source || issue === null || 'refused' in source.text) return state;
  const place: FieldRef = { issue, field: 'evidence' };
  const given = answerAt(state.history.present, place);
  if (isNotApplicable(given))
    return say(state, 'Evidence is marked as not applicable. Alt+N there takes that back.');
  const before = asMarkdown(asCode(valueAt(state.history.present, place)));
  const taken = takenFrom(source, source.text.lines);
  if (before.includes(taken.text)) return say(state, 'These lines are in Evidence already.');
  const text = before === '' ? taken.text : `${before}\n\n${taken.text}`;
  const known = issueById(state.history.present, issue)?.sources ?? [];
  const others = known.filter((one) => !isSameStretch(one, taken.source));
  const actions: Action[] = [
    { do: 'answer', at: place, answer: { value: { text, language: null } } },
    { do: 'sources', id: issue, sources: [...others, taken.source] },
  ];
  const done = withBuffer(openGroup(commitTogether(openGroup(state), actions)));
  return say(done, `${locationOf(taken.source)} is in Evidence. Ctrl+Z takes it out.`);
}

/** The selected lines as Markdown below their location and commit, and what is remembered of them. */
function takenFrom({ commit, path, selected }: SourceView, all: readonly string[]) {
  const lines = all.slice(selected.from - 1, selected.to);
  const source = { commit: commit.id, path, ...selected, hash: hashOfLines(lines) };
  const code = clean(lines.join('\n')).text;
  const text = `\`${locationOf(source)}\` at ${commit.name}:\n\n${fenced(code, languageOf(path))}`;
  return { source, text };
}

function asMarkdown(code: { text: string; language: string | null } | null): string {
  if (!code || code.text.trim() === '') return '';
  return code.language === null ? code.text.trimEnd() : fenced(code.text, code.language);
}

function fenced(code: string, language: string): string {
  const fence = fenceFor(code);
  return `${fence}${language}\n${code}\n${fence}`;
}
