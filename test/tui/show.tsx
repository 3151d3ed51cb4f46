import { render } from 'ink-testing-library';
import type { ReactElement } from 'react';
import { expect, vi } from 'vitest';

/** What terminals send for keys that are no characters. */
const sent: Record<string, string> = {
  enter: '\r',
  escape: '\x1b[27u',
  tab: '\t',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  home: '\x1b[H',
  end: '\x1b[F',
  pageup: '\x1b[5~',
  pagedown: '\x1b[6~',
  delete: '\x1b[3~',
  backspace: '\x7f',
  'ctrl+a': '\x01',
  'ctrl+c': '\x03',
  'ctrl+e': '\x05',
  'ctrl+g': '\x07',
  'ctrl+k': '\x0b',
  'ctrl+p': '\x10',
  'ctrl+u': '\x15',
  'ctrl+w': '\x17',
  'alt+x': '\x1bx',
  'alt+1': '\x1b1',
  'alt+b': '\x1bb',
};

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A component on a screen of 100 columns, and someone who presses keys and reads. */
export function show(node: ReactElement) {
  const app = render(node);
  const send = async (data: string): Promise<void> => {
    await turn();
    app.stdin.write(data);
    await turn();
  };
  return {
    rerender: app.rerender,
    frame: (): string => app.lastFrame() ?? '',
    async press(...names: string[]): Promise<void> {
      for (const name of names) await send(sent[name] ?? name);
    },
    async type(text: string): Promise<void> {
      for (const character of text) await send(character);
    },
    paste: (text: string): Promise<void> => send(`\x1b[200~${text}\x1b[201~`),
    sees: (text: string): Promise<void> => vi.waitFor(() => expect(app.lastFrame()).toContain(text)),
    seesNot: (text: string): Promise<void> => vi.waitFor(() => expect(app.lastFrame()).not.toContain(text)),
  };
}
