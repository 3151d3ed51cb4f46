/**
 * What is wrong, as a value: where, what, and what to do about it. Only the outermost shell turns problems
 * into lines on standard error and an exit code.
 */
export interface Failure {
  /** The place: a file with line and column, a draft's id, a field's path. May be empty. */
  where: string;
  /** One line that says what is wrong. */
  what: string;
  /** One line that says what to do. */
  remedy: string;
}

/** Either a value or the problems that stood in its way (at least one). */
export type Result<T> = { ok: true; value: T } | { ok: false; failures: Failure[] };

export const done = <T>(value: T): Result<T> => ({ ok: true, value });

/** All of them in one line, where there is no room for two. */
export const inOneLine = (failures: Failure[]): string =>
  failures.map(({ where, what, remedy }) => `${where}: ${what}; ${remedy}`).join(' ');

export const failed = (...failures: Failure[]): Result<never> => ({ ok: false, failures });
