import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../../../src/context.ts';
import { draftFromReport } from '../../../../src/starting/from-report.ts';
import { wizard, world } from '../../driver.tsx';

const report = `# Sanctum Production Readiness Review Report

**Reviewer:** Ada
**Reviewer:** Grace
**Ticket:** OPS-7

## Executive Summary

**Overall Risk Assessment:** HIGH

**Issues Summary:**

- Critical: 3 issues

**Deployment Recommendation:** GO if the login is mended

## Critical Issues

### CRITICAL-1: Anybody can log in

**Category:** Security
**Severity:** CRITICAL
**CVSS:** 9.8

**Description:** There is no check.

## Appendix

The logs are in the bucket.
`;

async function opened(text = report) {
  const given = world();
  const file = join(given.repository, 'report.md');
  writeFileSync(file, text);
  const context = { cwd: given.repository, env: {}, now: () => new Date() } as unknown as Context;
  const read = await draftFromReport(context, given.drafts, file);
  if (!read.ok) throw new Error(read.failures[0]?.what);
  const { draft } = read.value;
  given.drafts.save(draft);
  return { given, draft, screen: await wizard(given, draft, { tellReading: read.value.notes.length > 1 }) };
}

/** Opens the list with the palette. */
async function list(screen: Awaited<ReturnType<typeof wizard>>): Promise<void> {
  screen.press('ctrl+g');
  await screen.see('any part of a name, or words');
  screen.type('What was read');
  await screen.see('❯ What was read');
  screen.press('enter');
  await screen.see('Read from report.md');
}

describe('what was read of a report', () => {
  it('is shown when it is opened: what, from where, what was unclear and what became notes', async () => {
    const { screen } = await opened();
    await screen.see('Read from report.md: 1 critical, 5 answers');
    const rows = screen.frame().replace(/ +/g, ' ');
    expect(rows).toContain('Reviewer › Reviewer is told twice');
    expect(rows).toContain('the summary says 3 critical, and 1 were found');
    expect(rows).toMatch(/Deployment Recommendation is left open.*unclear line 15/s);
    expect(rows).toMatch(/Review details › .*note line 4/s);
    expect(rows).toMatch(/CRITICAL-1 › \*\*CVSS:\*\* 9\.8 note line 23/);
    expect(rows).toMatch(/Appendix › The logs are in the bucket\. note line 29/);
    expect(rows).toMatch(/Critical page 1 issue/);
    expect(rows.match(/Esc back/g)).toHaveLength(1);
  });

  it('says all of the one that is picked out, and what is typed is seen however long the file is called', async () => {
    const { screen } = await opened();
    await screen.see('What was read any part of a name');
    screen.type('3 critical');
    await screen.see('What was read 3 critical');
    await screen.see('1 were found: the number is worked');
  });

  it.each([
    ['left open', '▌ Deployment Recommendation'],
    ['logs', '▌ Note kept from the report'],
    ['CVSS', '▌ Note kept from the report'],
  ])('Enter on "%s" goes there with the focus in it', async (words, there) => {
    const { screen } = await opened();
    await screen.see('Read from report.md');
    screen.type(words);
    await screen.see(`What was read ${words}`);
    screen.press('enter');
    await screen.gone('Read from report.md');
    expect(screen.frame().replace(/ +/g, ' ')).toContain(there);
  });

  it('a note is there to be edited, and the list comes back with Ctrl+G, also after a restart', async () => {
    const { given, screen } = await opened();
    await screen.see('Read from report.md');
    screen.type('logs');
    await screen.see('What was read logs');
    screen.press('enter');
    await screen.see('▌ The logs are in the bucket.');
    screen.press('end');
    screen.type(' Ask Kim.');
    await screen.see('The logs are in the bucket. Ask Kim.');
    const kept = await screen.leave();
    expect(kept.review.notes.appendix).toBe('The logs are in the bucket. Ask Kim.');
    const again = await wizard(given, kept);
    await again.see('Ask Kim.');
    await list(again);
    await again.see('Appendix › The logs are in the bucket. Ask Kim.');
  });

  it('Alt+R keeps a guessed issue as a note, and Ctrl+Z brings it back', async () => {
    const { screen } = await opened('# Check of Larch\n\n### P1-4: Queue is never drained\n\nIt grows.\n');
    await screen.see('Read from report.md: reads as another kind of report: 1 high');
    screen.type('guessed');
    await screen.see('Alt+R keep it as a note');
    screen.press('alt+r');
    await screen.see('No matches for “guessed”');
    screen.press('ctrl+z');
    await screen.see('Alt+R keep it as a note');
    screen.press('alt+r');
    await screen.see('No matches for “guessed”');
    screen.press('escape');
    await screen.gone('No matches');
    const kept = await screen.leave();
    expect(kept.review.issues).toEqual([]);
    expect(kept.review.notes.details).toContain('### P1-4: Queue is never drained\n\nIt grows.');
  });

  it('a verdict that is given is not unclear any more', async () => {
    const { screen } = await opened();
    await screen.see('Read from report.md');
    screen.type('left open');
    await screen.see('What was read left open');
    screen.press('enter');
    await screen.see('▌ Deployment Recommendation');
    screen.press('3');
    await screen.see('(•) NO-GO');
    await list(screen);
    await screen.see('Reviewer is told twice');
    expect(screen.frame()).not.toContain('left open');
  });
});
