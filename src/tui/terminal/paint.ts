import { styleText } from 'node:util';
import type { Context } from '../../context.ts';
import { visible } from '../../text/clean.ts';
import { wheelBefore, wheelOn } from '../input/wheel.ts';
import type { Row } from '../row.ts';
import { type Theme, themeOf } from '../theme.ts';
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

/** Whether a first frame can be painted: not for a screen reader, and not where it is unknown how Ink will colour. */
export const paints = ({ stdin, stdout, env }: Context): boolean =>
  stdin.isTTY && stdout.isTTY && stdout.hasColors?.(16) && env.INK_SCREEN_READER !== 'true';

/**
 * Paints a whole screen before Ink is loaded, which then draws it anew in its place. Keys that are typed meanwhile wait
 * in the terminal for Ink.
 */
export function paint(rows: Row[], { stdin, stdout, env }: Context): FirstFrame {
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

/** As `widgets/painted.ts` has it, without chalk: to load that takes longer than all of the first frame's rows. */
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
