import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { draftFormat } from '../../src/drafts/format/schema.ts';
import { severities } from '../../src/fields/issue.ts';
import { emptyReview, type Issue } from '../../src/review/review.ts';

const value = <V>(one: V) => ({ value: one });

/** An issue of usual size, about 650 bytes in the report. */
function issue(at: number): Issue {
  return {
    id: `issue${at}`,
    severity: severities[at % severities.length] ?? 'low',
    answers: {
      title: value(`Ignored database errors in handler ${at}`),
      category: value(['Data Integrity']),
      risk: value('Writes fail silently and the state becomes inconsistent'),
      location: value([`backend/internal/server/handlers_${at}.go:82`]),
      description: value(
        'Several places discard the error of a write.\n\n- the welcome message\n- the sequence',
      ),
      evidence: value({ text: '_ = s.db.WithContext(ctx).Create(message).Error', language: 'go' }),
      impact: value(['Messages are lost without anybody knowing', 'Sequences are not updated']),
      fix: value('Check every error, or say in a comment why it may be ignored.'),
      effort: value('Medium'),
    },
  };
}

/** Writes a draft with so many issues into a home folder; its id is told. */
export function writeDraft(home: string, id: string, issues: number): string {
  const now = Date.now();
  const moment = (at: number) => new Date(at).toISOString();
  const draft = {
    format: draftFormat,
    id,
    template: { name: 'production-readiness', version: '1' },
    review: { ...emptyReview, issues: Array.from({ length: issues }, (_, at) => issue(at)) },
    // What was never edited since it was begun is dropped when it is left.
    made: moment(now - 60_000),
    edited: moment(now),
    worked: 0,
    position: { page: 'summary-page', focus: 'summary', scroll: 0 },
  };
  const folder = join(home, 'drafts');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, `${id}.json`), JSON.stringify(draft), { mode: 0o600 });
  return id;
}
