import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { surroundings } from './surroundings.ts';

const there = spawnSync('tmux', ['-V']).status === 0;
const patience = { timeout: 20_000, interval: 50 };
const servers: { stop(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.stop();
});

/** A tmux of its own with the program in it, at 100 columns and 30 rows. */
function inTmux(here: ReturnType<typeof surroundings>) {
  const folder = mkdtempSync(join(tmpdir(), 'tmux-'));
  const socket = join(folder, 'socket');
  const tmux = (...args: string[]): string => {
    const { stdout, stderr, status } = spawnSync('tmux', ['-S', socket, ...args], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`tmux ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  const program = `'${process.execPath}' '${resolve('dist/sanctum-review.js')}' new; printf 'CODE %s' $?; sleep 600`;
  const env = ['-e', `SANCTUM_REVIEW_HOME=${here.home}`, '-e', 'LANG=C.UTF-8'];
  tmux(
    '-f',
    '/dev/null',
    '-u',
    'new-session',
    '-d',
    '-x',
    '100',
    '-y',
    '30',
    '-c',
    here.repository,
    ...env,
    program,
  );
  servers.push({
    stop() {
      spawnSync('tmux', ['-S', socket, 'kill-server']);
      rmSync(folder, { recursive: true, force: true });
    },
  });
  const screen = () => tmux('capture-pane', '-p').replace(/ +/g, ' ');
  return {
    keys: (...names: string[]) => tmux('send-keys', ...names),
    type: (text: string) => tmux('send-keys', '-l', text),
    /** As the prefix and ] do, with the marks of a paste. */
    paste: (text: string) => tmux('set-buffer', text) + tmux('paste-buffer', '-p'),
    resize: (columns: number, rows: number) => tmux('resize-window', '-x', `${columns}`, '-y', `${rows}`),
    is: (format: string) => tmux('display-message', '-p', format).trim(),
    screen,
    sees: (words: string) => vi.waitFor(() => expect(screen()).toContain(words), patience),
  };
}

test.skipIf(!there)(
  'inside tmux: keys, pastes, Escape, resizing, and the pane as it was in the end',
  async () => {
    const here = surroundings();
    const tmux = inTmux(here);
    await tmux.sees('▌ Review Date');
    expect(tmux.is('#{alternate_on}')).toBe('1');
    tmux.keys('Tab', 'C-u');
    tmux.type('Grace Hopper');
    await tmux.sees('▌ Reviewer Grace Hopper');
    tmux.keys('M-n');
    await tmux.sees('Reviewer does not apply because');
    tmux.keys('Escape');
    await tmux.sees('Alt+N n/a');
    tmux.keys('C-Left', 'C-w');
    tmux.type('Amazing ');
    await tmux.sees('▌ Reviewer Amazing Hopper');
    tmux.keys('F1');
    await tmux.sees('1–24 of');
    tmux.keys('Escape');
    await tmux.sees('Alt+N n/a');
    tmux.keys('NPage');
    await tmux.sees('○ CRITICAL');
    tmux.keys('Down', 'Down', 'Down', 'Enter');
    await tmux.sees('▌ Deployment Recommendation');
    tmux.keys('Tab');
    await tmux.sees('▌ Summary Statement');
    tmux.paste('One line,\n\tanother with ⚠️ and 👩‍👩‍👧.\n');
    await tmux.sees('another with');
    tmux.resize(40, 12);
    await vi.waitFor(() => expect(tmux.screen().split('\n')[0]).toMatch(/^ Executive Summary /), 20_000);
    tmux.resize(160, 48);
    // The report beside the form is at the line of the cursor.
    await tmux.sees('│ › another with');
    // No rule is written over, though tmux has other columns for these emoji.
    const rows = tmux.screen().split('\n').slice(2, 46);
    expect(rows.filter((row) => row.split('│').length < 3)).toEqual([]);
    tmux.keys('C-c');
    await tmux.sees('CODE 0');
    expect(tmux.is('#{alternate_on} #{cursor_flag} #{mouse_any_flag}')).toBe('0 1 0');
    expect(tmux.screen()).toContain('sanctum-review resume');
    expect(here.draft().review.answers).toMatchObject({
      reviewer: { value: 'Amazing Hopper' },
      risk: { value: 'MEDIUM' },
      summary: { value: 'One line,\n\tanother with ⚠️ and 👩‍👩‍👧.\n' },
    });
  },
);
