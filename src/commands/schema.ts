import { draftJsonSchema } from '../drafts/format/schema.ts';
import { done, type Result } from '../failure.ts';
import type { CommandResult } from './command-result.ts';

/** `schema` */
export async function run(): Promise<Result<CommandResult>> {
  return done({ out: `${JSON.stringify(draftJsonSchema(), null, 2)}\n` });
}
