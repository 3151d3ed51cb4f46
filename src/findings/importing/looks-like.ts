import { measurementFormats } from '../../measurements/formats.ts';
import { findingFormats } from '../formats.ts';

const formats = [...findingFormats, ...measurementFormats];

/** The format that a file seems to be in, by its beginning; null when it is none that is known. */
export const looksLike = (beginning: string): string | null =>
  formats.find(({ sign }) => sign?.test(beginning))?.name ?? null;
