/** The commands that read or write reports, loaded together. */
export { run as check } from '../check.ts';
export { run as diff } from '../diff.ts';
export { run as read } from '../read.ts';
export { run as render } from '../render.ts';
