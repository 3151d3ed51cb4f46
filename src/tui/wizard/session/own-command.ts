import type { Context } from '../../../context.ts';

/** The command that starts this program as it was started: "sanctum-review", or "npm start --" where npm started it. */
export const ownCommand = ({ env }: Pick<Context, 'env'>): string =>
  env.SANCTUM_REVIEW_COMMAND || 'sanctum-review';
