/** Longer patterns are words. */
const longest = 200;

/**
 * The pattern that an entry of the reviewed files stands for: what is set as code in it, else the whole of it where that
 * is a path or a glob. Null for words: "All middleware".
 */
export function patternIn(entry: string): string | null {
  const code = /`([^`\n]+)`/.exec(entry)?.[1]?.trim();
  const whole = entry.trim();
  const pattern = code ?? (/^\S+$/.test(whole) && /[/.*]/.test(whole) ? whole : /\S*\*\S*/.exec(whole)?.[0]);
  return pattern && pattern.length <= longest && !/\s/.test(pattern) ? pattern.replace(/^\.?\//, '') : null;
}

/**
 * Whether a pattern stands for a file: a path, a folder with all that is in it, or a glob. Without a slash it stands for
 * every file of that name, in any folder.
 */
export function matcherOf(pattern: string): (path: string) => boolean {
  const plain = pattern.replace(/\/+$/, '');
  if (!/[*?]/.test(plain) && pattern.includes('/'))
    return (path) => path === plain || path.startsWith(`${plain}/`);
  const anywhere = plain.includes('/') ? '' : '(?:.*/)?';
  const expression = new RegExp(`^${anywhere}${globbed(plain)}(?:/.*)?$`, 's');
  return (path) => expression.test(path);
}

/** A glob as a regular expression: `**` goes through folders, `*` and `?` stay in one. */
const globbed = (glob: string): string =>
  glob.replace(/\*{3,}/g, '**').replace(/\*\*\/|\*\*|\*|\?|[^*?]+/g, (part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    return part === '?' ? '[^/]' : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  });
