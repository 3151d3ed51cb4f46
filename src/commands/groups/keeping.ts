/** The commands on what is kept, and on the program itself, loaded together. */
export * as completion from '../completion.ts';
export * as drafts from '../drafts.ts';
export { run as importScans } from '../import.ts';
export { run as schema } from '../schema.ts';
export * as template from '../template.ts';
