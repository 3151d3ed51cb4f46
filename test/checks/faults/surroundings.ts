import type { LostTarget, Secret } from '../../../src/checks/facts.ts';
import { answered, sound, template, withIssue, withItem, without } from '../sound.ts';
import { type Case, item } from './case.ts';

export const token: Omit<Secret, 'at'> = {
  kind: 'GitHub Token',
  words: 'ghp_something-long',
  masked: 'ghp_********',
  key: 'a1',
};
export const holding = (words: string) => withIssue('high', { description: `Whoever has ${words} is in` });
export const secrets = (...at: Secret['at'][]) => ({
  secrets: at.map((one): Secret => ({ ...token, at: one })),
});

/** What of the locations was not there. */
const lost = (files: number, ...targets: [severity: string, text: string, lines: number | null][]) => ({
  lookup: {
    files,
    where: 'at v1.4.2',
    known: true,
    repository: '/sanctum',
    lost: targets.map(([issue, text, lines]): LostTarget => {
      const place = { issue, field: 'location' } as const;
      return { place, text, path: text.replace(/:.*/, ''), lines };
    }),
  },
});

/** The repository does not have the version. */
const unknown = (where: string) => ({ lookup: { ...lost(4).lookup, known: false, where } });

/** Ticked entries of the reviewed files, and no others. */
const scoped = (entries: string[]) =>
  answered({
    'backend-files': entries.map((text) => ({ text, done: true })),
    'frontend-files': null,
    'infrastructure-files': null,
    references: ['None'],
  });

const referring = (...references: string[]) => answered({ references });

/** What only the surroundings know: the repository, and the rules for secrets. */
export const surroundings: Record<string, Case> = {
  'location-missing': {
    faulty: [
      [
        'no such file',
        sound,
        ['warning location-missing high/location'],
        lost(4, ['high', 'src/high.go:10-20', null]),
      ],
      [
        'fewer lines',
        sound,
        ['warning location-missing low/location', 'warning location-missing medium/location'],
        lost(4, ['low', 'src/low.go:10-20', 19], ['medium', 'src/medium.go:10-20', 1]),
      ],
      [
        'none of the files',
        sound,
        ['critical', 'high', 'low'].map((issue) => `warning location-missing ${issue}/location`),
        lost(
          3,
          ['critical', 'src/critical.go:10-20', null],
          ['high', 'src/high.go:10-20', null],
          ['low', 'src/low.go:10-20', null],
        ),
      ],
    ],
    fine: [
      ['all are there', sound, lost(4)],
      ['no repository', sound],
      ['corrected since', sound, lost(4, ['high', 'src/high.go:30', 20])],
      ['gone since', without('high'), lost(4, ['high', 'src/high.go:10-20', null])],
    ],
  },
  'version-unknown': {
    faulty: [
      ['none that git knows', sound, ['warning version-unknown version'], unknown('in the work tree')],
    ],
    fine: [
      ['known', sound, lost(4)],
      ['none is given', answered({ version: 'N/A' }), lost(4)],
      ['no repository', sound],
    ],
  },
  secret: {
    faulty: [
      [
        'in an issue',
        holding(token.words),
        ['error secret high/description'],
        secrets({ issue: 'high', field: 'description' }),
      ],
      [
        'in an answer',
        answered({ summary: token.words }),
        ['error secret summary'],
        secrets({ field: 'summary' }),
      ],
      [
        'in an action',
        withItem('short-term', { action: token.words }),
        [`error secret ${item('short-term', 'action')}`],
        secrets({ list: 'short-term', item: 'one-short-term', field: 'action' }),
      ],
      [
        'in the notes of a section',
        { ...sound, notes: { [template.sections[0]?.id ?? '']: token.words } },
        [`error secret ${template.pages[0]?.id}`],
        secrets({ note: template.sections[0]?.id ?? '' }),
      ],
      [
        'in the notes of an issue',
        {
          ...sound,
          issues: sound.issues.map((one) => (one.id === 'low' ? { ...one, note: token.words } : one)),
        },
        ['error secret low'],
        secrets({ issueNote: 'low' }),
      ],
    ],
    fine: [
      ['nothing was found', holding(token.words), { secrets: [] }],
      ['it is gone since', sound, secrets({ issue: 'high', field: 'description' }, { field: 'summary' })],
      ['its place is gone', sound, secrets({ issue: 'nobody', field: 'description' }, { note: 'nowhere' })],
    ],
  },
  'reviewed-files': {
    faulty: [
      [
        'a ticked path that is not tracked',
        scoped(['`src/a.go`', '`src/b.go`']),
        ['hint reviewed-files backend-files'],
        { tracked: ['src/a.go'] },
      ],
    ],
    fine: [
      ['all stand for files', scoped(['`*.go`', 'All middleware']), { tracked: ['src/a.go'] }],
      ['another repository', scoped(['`a.go`', '`b.go`', '`c.go`']), { tracked: ['main.rs'] }],
      ['no repository', scoped(['`src/a.go`'])],
    ],
  },
  'reference-missing': {
    faulty: [
      [
        "the template's own",
        sound,
        Array(3).fill('hint reference-missing references'),
        { tracked: ['a.go'] },
      ],
      [
        'a path and its lines',
        referring('Plan: `docs/plan.md:3-8`', 'And `README.md`'),
        ['hint reference-missing references'],
        { tracked: ['README.md'] },
      ],
    ],
    fine: [
      ['tracked', referring('`docs/plan.md`, `docs/`', 'The README.md'), { tracked: ['docs/plan.md'] }],
      [
        'no path in the repository',
        referring('`make all`', '`v1.2`', '`https://x.org/a.md`', '`../other/a.md`', '`/etc/hosts`'),
        { tracked: ['a.go'] },
      ],
      ['no repository', sound],
      ['a report of another kind', sound, { tracked: ['a.go'], report: { otherKind: true } }],
    ],
  },
};
