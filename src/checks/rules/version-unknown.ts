import { type Check, shortened, wordsAt } from '../check.ts';

/** A version of which the reviewed repository knows nothing: known once locations are looked for there. */
export const versionUnknown: Check = {
  id: 'version-unknown',
  level: 'warning',
  find({ review, roles: { version: field }, facts: { lookup } }) {
    const version = wordsAt(review, field);
    if (!field || !lookup || lookup.known || version === '') return [];
    return [
      {
        place: { field: field.id },
        message: `${field.label}: the repository has no commit, tag or branch "${shortened(version, 50)}"`,
        advice: `give one that it has: until then locations are looked for ${lookup.where}`,
      },
    ];
  },
};
