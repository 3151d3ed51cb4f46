/** Loaded into the program before its own code: it is always the same moment. */
const moment = Date.parse('2026-11-27T12:04:00Z');

globalThis.Date = class extends Date {
  constructor(...given: [] | [string | number]) {
    super(...((given.length === 0 ? [moment] : given) as [number]));
  }

  static override now(): number {
    return moment;
  }
} as DateConstructor;
