import type { HelpRow } from './Help.tsx';

/** A key of the home screen, for its hint line and for Help. */
export interface HomeKey extends HelpRow {
  /** Short, for the line at the bottom; without it only Help says the key. */
  hint?: string;
  /** Only of use when the list has a row. */
  needsDraft?: boolean;
}

const home = 'Reviews';
const trash = 'Trash';

export const homeKeys: readonly HomeKey[] = [
  {
    keys: 'Enter',
    hint: 'resume',
    does: 'resume the review where it was left',
    group: home,
    needsDraft: true,
  },
  { keys: 'n', hint: 'new review', does: 'start a review of this repository', group: home },
  { keys: 'o', hint: 'open a report', does: 'read a report into a new review', group: home },
  { keys: 'd', hint: 'delete', does: 'move the review to the trash', group: home, needsDraft: true },
  { keys: 't', hint: 'trash', does: 'what was deleted in the last 30 days', group: home },
  { keys: '↑ ↓ PgUp PgDn Home End', does: 'move in the list', group: home },
  { keys: 'Ctrl+C', hint: 'leave', does: 'leave', group: home },
  { keys: '?', hint: 'help', does: 'this help; F1 too', group: home },
];

export const trashKeys: readonly HomeKey[] = [
  {
    keys: 'Enter',
    hint: 'restore',
    does: 'take the review out of the trash',
    group: trash,
    needsDraft: true,
  },
  { keys: 'Esc', hint: 'back', does: 'back to the reviews', group: trash },
];
