import packageFile from '../package.json' with { type: 'json' };

/** What the build was made from, as git names it; the build puts it here. */
declare const builtFrom: string | undefined;

/** The version of this program. */
export const version: string = packageFile.version;

/** The same with the commit that it was built from, where that is known: "0.1.0 (d0732bd)". */
export const versionWithCommit: string =
  typeof builtFrom === 'string' && builtFrom !== '' ? `${version} (${builtFrom})` : version;
