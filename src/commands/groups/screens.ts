/**
 * The commands that open a screen. What is loaded together is built into a few large files: many small ones, of what one
 * command shares with another, take longer to load than what stands in them.
 */
export { run as home } from '../home.ts';
export { run as demo } from '../opening/demo.ts';
export { run as startNew } from '../opening/new.ts';
export { run as open } from '../opening/open.ts';
export { run as resume } from '../opening/resume.ts';
