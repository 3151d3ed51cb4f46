/** A file, or lines in it, that a location points at. Lines are counted from 1; `from` is 0 where the whole file is meant. */
export interface Target {
  /** As it is written: "src/a.go:3-8". */
  text: string;
  /** With forward slashes, from the repository's top. */
  path: string;
  from: number;
  to: number;
}

const target = /^([^\s`:]+)(?::(\d+)(?:[-–](\d+))?)?$/;

/** What a location points at: itself when it is a path, else the paths that are set as code in its words. */
export function targetsIn(location: string): Target[] {
  const whole = location.trim();
  const texts = target.test(whole)
    ? [whole]
    : [...whole.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  return texts.flatMap((text) => {
    const [, path, from, to] = target.exec(text) ?? [];
    if (path === undefined || !/[/.]/.test(path)) return [];
    const first = Number(from ?? 0);
    return [{ text, path: path.replace(/^\.\//, ''), from: first, to: Math.max(first, Number(to ?? 0)) }];
  });
}
