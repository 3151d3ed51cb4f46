import type { Terminal } from './terminal.ts';

/** In Finish: types a reason why each error stands. Gives how many there were. */
export async function letStand(terminal: Terminal, reason: string): Promise<number> {
  const left = () => Number(/(\d+) errors?: fix/.exec(terminal.screen())?.[1] ?? 0);
  await terminal.sees('Write the report to');
  const all = left();
  for (let errors = all; errors > 0; errors--) {
    terminal.type(reason);
    await terminal.until('there is one error less', () => left() === errors - 1);
    terminal.press('enter');
  }
  return all;
}
