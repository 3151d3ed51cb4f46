import * as z from 'zod/mini';

/** What the kinds whose value is several texts have in common: texts without a word are none. */
export const answered = (value: string[]): string[] => value.filter((one) => one.trim() !== '');

export const texts = {
  schema: z.array(z.string()),
  isEmpty: (value: string[]): boolean => answered(value).length === 0,
  settle: answered,
};
