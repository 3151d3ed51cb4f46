import type { Overlay } from '../state/state.ts';

/** The keys of what lies over the page, beside Escape. The widgets there take most of them by themselves. */
export const overHints: Partial<Record<Overlay['type'], { keys: string; does: string }[]>> = {
  prompt: [{ keys: 'Enter', does: 'take it' }],
  severity: [
    { keys: 'Enter', does: 'take it' },
    { keys: '↑ ↓', does: 'move' },
    { keys: '1–4', does: 'pick' },
  ],
  finish: [
    { keys: 'Enter', does: 'take it, write' },
    { keys: 'Tab', does: 'next' },
    { keys: '↑ ↓', does: 'another path' },
    { keys: 'Alt+R', does: 'remedy' },
  ],
  exists: [
    { keys: 'Enter', does: 'do it' },
    { keys: '↑ ↓ 1–3', does: 'move' },
    { keys: 'PgUp PgDn', does: 'scroll' },
  ],
};
