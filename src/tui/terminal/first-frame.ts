import { styleText } from 'node:util';
import type { Context } from '../../context.ts';
import { lockOwner } from '../../drafts/lock/lock.ts';
import { visible } from '../../text/clean.ts';
import { wheelBefore, wheelOn } from '../input/wheel.ts';
import type { Opening } from '../openings.ts';
import type { Row } from '../row.ts';
import { type Theme, themeOf } from '../theme.ts';
import { screenOf } from '../wizard/screen/screen.ts';
import { openingState } from '../wizard/session/opening.ts';
import { shownLock } from '../wizard/session/saving/lock-words.ts';
import { clearScreen, enterScreen, hideCursor, leaveScreen, showCursor } from './sequences.ts';
import { endings } from './signals.ts';
import { steady } from './steady.ts';

/** The wizard's first frame, on the screen before Ink is. */
export interface FirstFrame {
  /** The screens have the terminal; they are told of the signals that came meanwhile. */
  handOver(onSignal: (signal: NodeJS.Signals) => void): void;
  /** Gives the terminal back as it was. */
  takeBack(): void;
}

/**
 * Paints the wizard as it will open, before Ink is loaded and has drawn it: half of the time until then. Keys that
 * are typed meanwhile wait in the terminal for Ink. `null` where the first frame cannot be known yet: without
 * colours, for a screen reader.
 */
export function paintFirstFrame(opening: Opening, context: Context, home: string): FirstFrame | null {
  const { stdin, stdout, env } = context;
  if (!stdin.isTTY || !stdout.isTTY || !stdout.hasColors?.(16)) return null;
  if (env.INK_SCREEN_READER === 'true') return null;
  const owner = lockOwner(home, opening.draft.id);
  const state = openingState(opening, context);
  const { rows } = screenOf(owner ? { ...state, lock: shownLock(owner) } : state);
  const waiting: NodeJS.Signals[] = [];
  const onWaiting = (signal: NodeJS.Signals) => void waiting.push(signal);
  for (const signal of endings) process.on(signal, onWaiting);
  const stop = () => {
    for (const signal of endings) process.off(signal, onWaiting);
    return waiting;
  };
  stdin.setRawMode(true);
  const theme = themeOf(env);
  const text = rows.map((row) => painted(row, theme)).join('\n');
  stdout.write(wheelOn + enterScreen + hideCursor + steady(clearScreen + text));
  return {
    handOver: (onSignal) => stop().forEach(onSignal),
    takeBack() {
      stdin.setRawMode(false);
      stdout.write(leaveScreen + showCursor + wheelBefore);
      for (const signal of stop()) process.kill(process.pid, signal);
    },
  };
}

function painted(line: Row, theme: Theme): string {
  return line
    .map(({ text, tone }) => {
      const { color, dimColor, ...rest } = theme[tone];
      const on = Object.keys(rest).filter((name): name is 'bold' => Boolean(rest[name as 'bold']));
      const formats = [...(color ? [color] : []), ...(dimColor ? (['dim'] as const) : []), ...on];
      return styleText(formats, visible(text).replaceAll('\n', ' '), { validateStream: false });
    })
    .join('');
}
