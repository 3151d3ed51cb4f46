import { counted } from '../../../../text/counted.ts';

/** That findings wait for a decision, and the way to them, as a sentence; empty where none does. */
export const waitingInWords = (open: number): string =>
  open === 0
    ? ''
    : `${counted(open, 'finding')} from scanners ${open === 1 ? 'waits' : 'wait'} for a decision: Ctrl+G “scanners” opens ${open === 1 ? 'it' : 'them'}.`;
