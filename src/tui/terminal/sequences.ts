/** What a terminal is told with: the screen that a program has to itself, and the way back. */
export const enterScreen = '\x1b[?1049h';
export const leaveScreen = '\x1b[?1049l';
/** Everything erased, the cursor at the top left. */
export const clearScreen = '\x1b[2J\x1b[H';
export const hideCursor = '\x1b[?25l';
export const showCursor = '\x1b[?25h';
/** What comes from here on is one change of the screen, for terminals that know it. */
export const beginUpdate = '\x1b[?2026h';
/** The end of it. */
export const endUpdate = '\x1b[?2026l';
