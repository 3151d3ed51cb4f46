import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noteLeft } from '../../../src/drafts/files/as-left.ts';
import { snapshotsOf } from '../../../src/drafts/files/snapshots.ts';
import { leftReader } from '../../../src/drafts/store/listing.ts';
import { openStore } from '../../../src/drafts/store/store.ts';
import { summaryOf } from '../../../src/drafts/store/summary.ts';
import { given } from '../given.ts';

test('how a draft was left is read once, until something is written of it', () => {
  const home = mkdtempSync(join(tmpdir(), 'left-'));
  const store = openStore({ home, now: () => new Date(0) });
  const draft = store.create({ name: 'production-readiness', version: '1' }, {});
  given(store.save(draft));
  const summary = summaryOf(draft, undefined);
  const leftAs = leftReader(home);
  expect(leftAs('drafts', draft.id)).toBeNull();
  noteLeft(home, draft.id, { screen: null, summary });
  expect(leftAs('drafts', draft.id)).toEqual(summary);
  rmSync(join(snapshotsOf(home, draft.id), 'left.json'));
  expect(leftAs('drafts', draft.id)).toEqual(summary);
  expect(leftAs('trash', draft.id)).toBeNull();
  writeFileSync(join(home, 'drafts', `${draft.id}.json`), '{}');
  expect(leftAs('drafts', draft.id)).toBeNull();
});
