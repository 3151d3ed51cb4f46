import { render } from 'ink-testing-library';
import type { ReactElement } from 'react';
import { expect, vi } from 'vitest';
import { bytesOf } from '../keys.ts';

/** Escape as it is told apart at once: a bare one is waited for, whether a key begins with it. */
const sent = (key: string): string => (key === 'escape' ? '\x1b[27u' : bytesOf(key));

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
      for (const name of names) await send(sent(name));
    },
    async type(text: string): Promise<void> {
      for (const character of text) await send(character);
    },
    paste: (text: string): Promise<void> => send(`\x1b[200~${text}\x1b[201~`),
    sees: (text: string): Promise<void> => vi.waitFor(() => expect(app.lastFrame()).toContain(text)),
    seesNot: (text: string): Promise<void> => vi.waitFor(() => expect(app.lastFrame()).not.toContain(text)),
  };
}
