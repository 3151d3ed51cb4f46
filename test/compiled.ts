import { resolve } from 'node:path';

/** What V8 made of the built program is kept between its starts, which are many. */
export const compiled = { NODE_COMPILE_CACHE: resolve('node_modules/.cache/sanctum-review') };
