import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { draftOf, wizard, world } from './driver.tsx';

const answers = {
  'review-date': { value: '2026-02-14' },
  reviewer: { value: 'Ada Park' },
  summary: { value: 'All is well.' },
};
const report = (repository: string) =>
  join(repository, 'docs', 'reports', '2026-02-14-production-readiness.md');

describe('finishing a review', () => {
  it('writes the report where its date says and remembers where', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given, { answers }));
    await screen.goTo('Finish review');
    await screen.see('fields have no answer yet');
    await screen.see('Write the report to docs/reports/2026-02-14-production-readiness.md');
    screen.press('enter');
    await screen.see('Report written to docs/reports/2026-02-14-production-readiness.md');
    expect(readFileSync(report(given.repository), 'utf8')).toContain('**Reviewer:** Ada Park  \n');
    expect((await screen.leave()).written?.path).toBe(report(given.repository));
  });

  it('takes another path', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given, { answers }));
    await screen.goTo('Finish review');
    await screen.see('Write the report to');
    screen.press('ctrl+u');
    screen.type('mine.md');
    await screen.see('Write the report to mine.md');
    screen.press('enter');
    await screen.see('Report written to mine.md');
    expect(existsSync(join(given.repository, 'mine.md'))).toBe(true);
  });

  it('shows the difference to a report that is there, and overwrites it only when told to', async () => {
    const given = world();
    const path = report(given.repository);
    mkdirSync(join(given.repository, 'docs', 'reports'), { recursive: true });
    writeFileSync(path, 'an older report\n');
    const screen = await wizard(given, await draftOf(given, { answers }));
    await screen.goTo('Finish review');
    await screen.see('Write the report to');
    screen.press('enter');
    await screen.see('is there already.');
    await screen.see('-an older report');
    screen.press('escape');
    await screen.gone('is there already.');
    expect(readFileSync(path, 'utf8')).toBe('an older report\n');
    await screen.goTo('Finish review');
    await screen.see('Write the report to');
    screen.press('enter');
    await screen.see('❯ 1 Another path');
    await screen.see('- the file + this report');
    screen.press('2');
    await screen.see('❯ 2 Overwrite it');
    expect(readFileSync(path, 'utf8')).toBe('an older report\n');
    screen.press('enter');
    await screen.see('Report written to');
    expect(readFileSync(path, 'utf8')).toContain('All is well.');
  });

  it('says why a report cannot be written, and stays', async () => {
    const given = world();
    writeFileSync(join(given.repository, 'docs'), 'a file in the way');
    const screen = await wizard(given, await draftOf(given, { answers }));
    await screen.goTo('Finish review');
    await screen.see('Write the report to');
    screen.press('enter');
    await screen.see('cannot be written');
    await screen.see('another path');
    await screen.see('▌ Write the report to');
    expect(screen.frame().match(/cannot be written/g)).toHaveLength(1);
    screen.type('2');
    await screen.gone('cannot be written');
  });

  it('asks for a path where there is none, and offers others with Tab', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given, { answers }));
    await screen.goTo('Finish review');
    await screen.see('▌ Write the report to docs/reports');
    await screen.see('Enter write Tab another path Esc back');
    screen.press('tab');
    await screen.see('Write the report to 2026-02-14-production-readiness.md');
    screen.press('ctrl+u', 'enter');
    await screen.see('! Type the path of a file');
    screen.press('tab');
    await screen.gone('! Type the path');
    await screen.see('Write the report to docs/reports');
  });
});
