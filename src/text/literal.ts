/** A text as a pattern that matches just it, also in Unicode patterns. */
export const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
