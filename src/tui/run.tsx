import type { Context } from '../context.ts';
import type { DraftStore } from '../drafts/store/store.ts';
import { App } from './App.tsx';
import { mount } from './input/mount.tsx';
import { openProgram, type Start } from './program.ts';
import type { FirstFrame } from './terminal/paint.ts';
import { endings, signals } from './terminal/signals.ts';
import { resized } from './wizard/navigation/restore.ts';
import { offerSuggestions } from './wizard/session/lookups.ts';
import type { Session } from './wizard/session/session.ts';
import type { Ending } from './wizard/session/terminal.ts';

/**
 * Runs the screens until they are left. Whatever ends them, everything is saved first.
 * @param first what is on the screen already
 * @returns the exit code, a line that says how to go on or where the report is, and an error that nobody expected
 */
export async function runTui(
  start: Start,
  context: Context,
  drafts: DraftStore,
  first: FirstFrame | null = null,
): Promise<Ending & { error?: unknown }> {
  let session: Session | null = null;
  const onSession = (opened: Session) => {
    session = opened;
    offerSuggestions(opened.store, context);
  };
  const program = openedOn(first, () => openProgram(start, context, drafts, onSession));
  const onResize = () => {
    const { columns = 80, rows = 24 } = context.stdout;
    session?.store.dispatch((state) => resized(state, { columns, rows }));
  };
  const onSignal = (signal: NodeJS.Signals) => {
    const ending = session?.end();
    const code = signals[signal as keyof typeof signals] ?? 1;
    program.leave({ code, ...(ending?.lastLine && { lastLine: ending.lastLine }) });
  };

  // A file that may not grow any more is told by the write that fails; a listener keeps it from ending the program.
  const onLimit = () => {};
  // A terminal that is gone without a signal (the program was started with nohup) ends its input.
  const onGone = () => onSignal('SIGHUP');

  process.on('SIGXFSZ', onLimit);
  context.stdin.on('end', onGone);
  context.stdout.on('resize', onResize);
  for (const signal of endings) process.on(signal, onSignal);
  try {
    const mounted = mount(<App program={program} context={context} />, context, first !== null);
    first?.handOver(onSignal);
    const ending = await mounted;
    return isEnding(ending) ? ending : { code: 0 };
  } catch (error) {
    const said = (session as Session | null)?.end().lastLine;
    return { code: 2, error, ...(said ? { lastLine: said } : {}) };
  } finally {
    process.off('SIGXFSZ', onLimit);
    context.stdin.off('end', onGone);
    context.stdout.off('resize', onResize);
    for (const signal of endings) process.off(signal, onSignal);
  }
}

/** What `open` opens; where that fails, the terminal is as it was before the first frame. */
function openedOn<T>(first: FirstFrame | null, open: () => T): T {
  try {
    return open();
  } catch (error) {
    first?.takeBack();
    throw error;
  }
}

const isEnding = (value: unknown): value is Ending =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'number';
