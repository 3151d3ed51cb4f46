import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../src/drafts/store/store.ts';
import { loadTemplate } from '../../src/template-library/registry.ts';
import { compiled } from '../compiled.ts';
import { Terminal } from '../journeys/terminal.ts';
import { application } from './application.ts';
import { reviewed } from './review.ts';
import { type Shade, svgOf } from './svg.ts';

/** A screen of the program: its name, and its picture. */
interface Scene {
  name: string;
  picture(shade: Shade): string;
}

const wide = { columns: 120, rows: 36 };
const widest = { columns: 160, rows: 48 };
const small = { columns: 40, rows: 12 };

/** The ten screens of the pictures, one after the other, from the built program in a terminal. */
export async function* scenes(): AsyncGenerator<Scene> {
  const { root, repo, env } = application();
  const home = join(root, 'home');
  await draftIn(home, repo);
  const terminal = Terminal.start([], {
    cwd: repo,
    env: {
      ...env,
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      TZ: 'UTC',
      SANCTUM_REVIEW_HOME: home,
      ...compiled,
      NODE_OPTIONS: `--import ${new URL('clock.ts', import.meta.url)}`,
    },
    ...wide,
  });
  let size = wide;
  const resize = (to: typeof wide) => {
    size = to;
    terminal.resize(to.columns, to.rows);
  };
  const scene = (name: string): Scene => {
    const { columns, rows } = size;
    const pictures = { dark: '', light: '' };
    for (const shade of ['dark', 'light'] as const)
      pictures[shade] = svgOf(`sanctum-review: ${name}`, terminal.buffer, columns, rows, shade);
    return { name, picture: (shade) => pictures[shade] };
  };
  const goTo = async (name: string, there: string) => {
    await terminal.press('ctrl+g').sees('Esc back');
    await terminal.type(name).sees(`Go to ${name}`);
    await terminal
      .press('enter')
      .until(`“${there}” is there`, (screen) => screen.includes(there) && !screen.includes('╰'));
  };
  try {
    await terminal.until(
      'git and the draft are known',
      (screen) => screen.includes('main · v1.4.2') && screen.includes('next  '),
    );
    yield scene('home');
    await terminal.press('enter').sees('▌ Review Date');
    await goTo('Overall Risk', '▌ Overall Risk Assessment');
    await terminal.until('the checks and git have told', (screen) =>
      /! \d+ warnings.*Reviewed +░+ 0 of 4/s.test(screen),
    );
    yield scene('summary');
    await terminal.press('ctrl+g').sees('Esc back');
    await terminal.type('plan').sees('Go to plan');
    yield scene('go-to');
    await terminal.press('escape').until('the list is gone', (screen) => !screen.includes('╰'));
    await terminal.press('ctrl+r').sees('What it means');
    yield scene('problems');
    await terminal.press('escape').sees('▌ Overall Risk Assessment');
    await goTo('Immediate Actions', 'Hash with argon2id');
    yield scene('plan');
    await goTo('Infrastructure', '▌ [ ] Health check');
    yield scene('checklist');
    resize(widest);
    await terminal.sees('Report');
    await goTo('CRITICAL-1 Location', '▌ • internal/auth/auth.go');
    await terminal.sees('Last changed');
    yield scene('issue');
    resize(small);
    await goTo('Overall Risk', '▌ Overall Risk Assessment');
    yield scene('small');
    resize(wide);
    await goTo('Finish review', 'Write the report to');
    yield scene('finish');
    await terminal.type('The hotfix is signed by the release team').sees('release team');
    await terminal.press('enter', 'enter').sees('Report written');
    yield scene('finished');
  } finally {
    terminal.kill('SIGKILL');
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function draftIn(home: string, repository: string): Promise<void> {
  const template = await loadTemplate({ name: 'production-readiness' }, home);
  if (!template.ok) throw new Error('no template');
  const { name, version } = template.value;
  const drafts = openStore({ home, now: () => new Date('2026-11-27T12:04:00Z') });
  const draft = drafts.create(
    { name, version },
    { review: reviewed, position: { page: 'details', scroll: 0 }, repository },
  );
  drafts.save(draft);
}
