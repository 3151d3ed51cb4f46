import type { Shade } from './svg.ts';

/** Where the picture of a screen is. */
export const pictureFile = (name: string, shade: Shade): URL =>
  new URL(`./svg/${name}-${shade}.svg`, import.meta.url);
