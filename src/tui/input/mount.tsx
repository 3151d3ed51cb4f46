import { render, usePaste } from 'ink';
import type { ReactNode } from 'react';
import type { Context } from '../../context.ts';
import { beginUpdate, clearScreen, enterScreen } from '../terminal/sequences.ts';
import { terminalStdout } from '../terminal/stdout.ts';
import { themeOf } from '../theme.ts';
import { ThemeContext } from '../theme-context.ts';
import { pacedStdin } from './paced.ts';
import { wheelBefore, wheelOn } from './wheel.ts';

/**
 * Shows `node` on the alternate screen until it exits (Ink's `useApp().exit(value)`), and gives that value.
 * Rejects with what was thrown, in rendering or anywhere else, once the terminal is as it was before: a message
 * on standard error is then seen.
 * @param painted whether the alternate screen has been entered already, with the wheel as arrow keys, and a first
 *   frame is on it
 */
export async function mount(
  node: ReactNode,
  context: Pick<Context, 'env' | 'stdin' | 'stdout' | 'stderr'>,
  painted = false,
): Promise<unknown> {
  const { stdin, stdout, stderr, env } = context;
  // Ink does it after the first frame: until then the terminal itself takes Ctrl+C and Ctrl+U, and shows the rest.
  if (stdin.isTTY) stdin.setRawMode(true);
  if (painted) keepPainted(stdout);
  else if (stdout.isTTY) stdout.write(wheelOn);
  const ink = render(
    <ThemeContext value={themeOf(env)}>
      <Pastes />
      {node}
    </ThemeContext>,
    {
      stdin: pacedStdin(stdin),
      stdout: terminalStdout(stdout),
      stderr,
      alternateScreen: true,
      // Ink takes a terminal for none where the environment says CI.
      interactive: stdout.isTTY === true,
      incrementalRendering: true,
      // A held key repeats every 33 ms: Ink's own limit of 30 frames a second would show every second one late.
      maxFps: 120,
      exitOnCtrlC: false,
      patchConsole: false,
    },
  );
  // Resized twice in one turn, a terminal has moved and cut rows that Ink takes for unchanged: all are drawn anew.
  const drawAnew = () => {
    ink.clear();
    stdout.write(clearScreen);
  };
  stdout.prependListener('resize', drawAnew);
  const { promise: thrown, reject } = Promise.withResolvers<never>();
  process.on('uncaughtException', reject);
  process.on('unhandledRejection', reject);
  try {
    const value = await Promise.race([ink.waitUntilExit(), thrown]);
    // After something was thrown these stay: what follows from it may not end the program before all is saved.
    process.off('uncaughtException', reject);
    process.off('unhandledRejection', reject);
    return value;
  } finally {
    if (stdout.isTTY) stdout.write(wheelBefore);
    ink.unmount();
    if (stdin.isTTY) stdin.setRawMode(false);
    stdout.off('resize', drawAnew);
  }
}

/**
 * Ink would empty the screen by entering it again, long before its own first frame is made: that is to take the
 * place of what was painted in one go.
 */
function keepPainted(stdout: NodeJS.WriteStream): void {
  const write = stdout.write.bind(stdout) as (data: unknown, ...rest: unknown[]) => boolean;
  const watched = (data: unknown, ...rest: unknown[]): boolean => {
    if (data === enterScreen) return true;
    if (typeof data !== 'string' || !data.startsWith(beginUpdate)) return write(data, ...rest);
    stdout.write = write as typeof stdout.write;
    return write(data.replace(beginUpdate, beginUpdate + clearScreen), ...rest);
  };
  stdout.write = watched as typeof stdout.write;
}

/** Keeps the terminal marking pastes, and a paste that nothing on the screen takes from being read as keys. */
function Pastes(): null {
  usePaste(() => {});
  return null;
}
