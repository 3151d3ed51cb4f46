/**
 * The wheel as arrow keys while the alternate screen is shown: xterm's alternate scroll, mode 1007, which most
 * terminals have on by themselves. Unlike reports of the mouse it leaves selecting to the terminal. No arrow
 * changes an answer.
 *
 * The mode is saved before (XTSAVE) and restored after (XTRESTORE), never merely turned off: where it was on, the
 * pagers that are run later want it, too.
 */
export const wheelOn = '\x1b[?1007s\x1b[?1007h';
export const wheelBefore = '\x1b[?1007r';
