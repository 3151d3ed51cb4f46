import { type Place, placeAt } from '../../finding.ts';
import type { Artifact, Location, Result, Run } from './shape.ts';

/** Reads where results of a run are. */
export function placesOf(run: Run): (result: Result) => Place[] {
  return ({ locations, analysisTarget }) => {
    const places = locations.flatMap((location) => placeOf(location, run) ?? []);
    if (places.length > 0) return places;
    const target = pathOf(analysisTarget, run);
    return target === '' ? [] : [placeAt(target)];
  };
}

function placeOf(
  { physicalLocation: { artifactLocation, region }, logicalLocations }: Location,
  run: Run,
): Place | null {
  const path = pathOf(artifactLocation, run);
  if (path !== '') return placeAt(path, region.startLine, region.endLine);
  const [logical] = logicalLocations;
  const name = logical?.fullyQualifiedName || logical?.name || '';
  return name === '' ? null : placeAt(name);
}

/** The path of an artifact, which may only be an index (3.4.5). */
function pathOf(given: Artifact, run: Run): string {
  const listed = given.uri === '' && given.index !== null ? run.artifacts[given.index]?.location : undefined;
  const { uri, uriBaseId } = listed ?? given;
  if (uri === '' && uriBaseId === '') return '';
  return isAbsolute(uri) ? asPath(uri) : asPath(join(baseOf(uriBaseId, run), uri));
}

/**
 * What a base stands for, by way of the bases that it stands on (3.14.14). Where the tool's machine had the sources is
 * left out, so that paths are those of the repository.
 */
function baseOf(id: string, { originalUriBaseIds: bases }: Run): string {
  let path = '';
  const seen = new Set<string>();
  for (let next = id; next !== '' && !seen.has(next) && seen.size < 20; ) {
    seen.add(next);
    const base = bases.get(next);
    if (!base) break;
    if (isAbsolute(base.uri)) return isOfSources(next) ? path : join(base.uri, path);
    path = join(base.uri, path);
    next = base.uriBaseId;
  }
  return path;
}

const isOfSources = (id: string): boolean =>
  /src|source|repo|root|project|workspace|checkout|pwd|cwd/i.test(id) && !/log|temp|tmp|out/i.test(id);

const isAbsolute = (uri: string): boolean => /^(?:[a-z][a-z\d+.-]+:|\/)/i.test(uri);

function join(base: string, rest: string): string {
  if (base === '' || rest === '') return base + rest;
  return `${base.replace(/\/$/, '')}/${rest}`;
}

/** A `file:` URI, or a relative one, as a path: with its escapes resolved. Other URIs stay. */
function asPath(uri: string): string {
  if (/^[a-z][a-z\d+.-]+:/i.test(uri) && !/^file:/i.test(uri)) return uri;
  const local = uri
    .replace(/^file:\/\/(?:localhost)?(?=\/)/i, '')
    .replace(/^file:(?:\/\/)?/i, uri.startsWith('file://') ? '//' : '')
    .replace(/^\/+(?=[A-Za-z]:)/, '');
  try {
    return decodeURIComponent(local);
  } catch {
    return local;
  }
}
