import type { Terminal } from './terminal.ts';

/** From the first page of a new review into the evidence of its first critical issue. */
export async function openEvidence(terminal: Terminal): Promise<void> {
  terminal.press('ctrl+g');
  await terminal.sees('any part of a name');
  terminal.type('Add critical issue').press('enter');
  await terminal.sees('▌ Title');
  terminal.press('ctrl+g');
  await terminal.sees('any part of a name');
  terminal.type('CRITICAL-1 Evidence').press('enter');
  await terminal.sees('▌ Evidence go');
}
