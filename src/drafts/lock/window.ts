import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import * as z from 'zod/mini';
import { isRunning } from '../../files/running.ts';
import { newId } from '../../review/ids.ts';

const windowSchema = z.object({
  /** Names the window's journal; no other window ever has it. */
  session: z.string().check(z.regex(/^[a-z0-9]{6,64}$/)),
  pid: z.int(),
  /** When the process was started, on a clock of its machine: another process may get its number later. */
  started: z.string(),
  /** Where its process number means something: the machine, since it was started, and the container. */
  place: z.string(),
  host: z.string(),
  /** What a person knows it by: "tmux pane %2", "terminal pts/3". */
  terminal: z.string(),
});

/** A program that has a draft open. */
export type Window = z.infer<typeof windowSchema>;

/** This process as one more window. */
export function thisWindow(env: Record<string, string | undefined>): Window {
  return {
    session: newId(),
    pid: process.pid,
    started: processOf(process.pid)?.started ?? '',
    place: place(),
    host: hostname(),
    terminal: terminalName(env),
  };
}

/** The window that a value describes; null when it describes none. */
export function windowOf(value: unknown): Window | null {
  const parsed = windowSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** Whether its process is known to have ended. Never known of another machine, where its number means nothing. */
export function isGone({ pid, started, place: where }: Window): boolean {
  if (where !== place()) return false;
  if (!isRunning(pid)) return true;
  const now = processOf(pid);
  // One that nobody has waited for yet has ended.
  return now !== null && (/[XZ]/.test(now.state) || (started !== '' && now.started !== started));
}

/** Whether its process is known to be stopped (Ctrl+Z in a shell, a debugger): it gives no sign of life until it goes on. */
export const isStopped = ({ pid, place: where }: Window): boolean =>
  where === place() && processOf(pid)?.state.toUpperCase() === 'T';

/** Whether it is known where it runs, so that `isGone` is sure to tell. */
export const isNear = ({ place: where }: Window): boolean => where === place();

/** What the system says of a process; null where it does not say. */
function processOf(pid: number): { started: string; state: string } | null {
  try {
    // The name in brackets may hold anything; the fields behind it are numbers. See proc_pid_stat(5).
    const fields = (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '').split(' ');
    return { started: fields[19] ?? '', state: fields[0] ?? '' };
  } catch {
    return null;
  }
}

let here: string | null = null;

function place(): string {
  here ??= [
    hostname(),
    quiet(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    quiet(() => readlinkSync('/proc/self/ns/pid')),
  ].join(' ');
  return here;
}

function terminalName(env: Record<string, string | undefined>): string {
  if (env.TMUX_PANE) return `tmux pane ${env.TMUX_PANE}`;
  const device = quiet(() => readlinkSync('/proc/self/fd/0')).replace(/^\/dev\//, '');
  const program = env.TERM_PROGRAM || 'terminal';
  return /^(?:pts\/\d+|tty\w*)$/.test(device) ? `${program} ${device}` : `another ${program} window`;
}

function quiet(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
