import { draftJsonSchema } from '../drafts/format/schema.ts';
import { done, type Result } from '../failure.ts';
import type { Outcome } from './command-result.ts';

/** `schema` */
export async function run(): Promise<Result<Outcome>> {
  return done({ out: `${JSON.stringify(draftJsonSchema(), null, 2)}\n` });
}
