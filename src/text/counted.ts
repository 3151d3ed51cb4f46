/** "1 field", "3 fields": how many there are of something whose plural ends in "s". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
