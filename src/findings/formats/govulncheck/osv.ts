import * as z from 'zod/mini';
import { text, texts } from '../../shape.ts';

/** What is read of an entry of the Go vulnerability database: https://ossf.github.io/osv-schema/ */
export const osv = z.object({ id: text, aliases: texts, summary: text, details: text });
