import * as z from 'zod/mini';

/**
 * Shapes for what scanners write, which never refuse a value for what is missing or odd in it: what has another type
 * reads as if it were absent. A key may be absent, too: zod asks for `optional` before a transform for that.
 */
const readBy = <Read>(reading: (value: unknown) => Read) =>
  z.pipe(z.optional(z.unknown()), z.transform(reading));

/** A text; a number as its digits; else empty. */
export const text = readBy((value) => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
});

/** A whole number from 1 on, also as the beginning of a text ("79-81"); else null. */
export const line = readBy((value) => {
  const number = typeof value === 'string' ? Number.parseInt(value, 10) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null;
});

/** A place in an array: a whole number from 0 on; else null. */
export const index = readBy((value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null,
);

export const flag = readBy((value) => value === true);

const elements = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The elements of an array, whatever they are; none when it is no array. */
export const entries = readBy(elements);

/** The elements of an array that are of a shape; none when it is no array. */
export const listOf = <Shape extends z.ZodMiniType>(shape: Shape) =>
  readBy((value) => elements(value).flatMap((one): z.output<Shape>[] => fitting(shape, one)));

/** The texts of an array; a text on its own is one. */
export const texts = readBy((value): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string'),
);

/** An object of a shape; what is none reads as one without keys. */
export const part = <Shape extends z.ZodMiniObject>(shape: Shape) =>
  z.pipe(
    readBy((value) => (isRecord(value) ? value : {})),
    shape,
  );

/** A position in a file, of which only the line is read. */
export const position = part(z.object({ line }));

/** The entries of an object whose values are of a shape. */
export const recordOf = <Shape extends z.ZodMiniType>(shape: Shape) =>
  readBy(
    (value) =>
      new Map(
        Object.entries(isRecord(value) ? value : {}).flatMap(([key, one]) =>
          fitting(shape, one).map((found): [string, z.output<Shape>] => [key, found]),
        ),
      ),
  );

function fitting<Shape extends z.ZodMiniType>(shape: Shape, value: unknown): z.output<Shape>[] {
  const { success, data } = shape.safeParse(value);
  return success ? [data] : [];
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether all elements of an array, which has some, are objects with these keys. */
export const areRecordsWith = (value: unknown, ...keys: string[]): value is Record<string, unknown>[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => isRecord(one) && keys.every((key) => Object.hasOwn(one, key)));
