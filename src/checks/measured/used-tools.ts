import type { Review } from '../../review/review.ts';
import { literal } from '../../text/literal.ts';

/** A tool that a file says was used. */
export interface UsedTool {
  name: string;
  /** As the file states it. */
  version?: string;
  file: string;
}

/** What an entry of the tools used becomes when it is ticked, and the files that speak for it. */
interface SuggestedTool {
  text: string;
  files: string[];
}

/** The tools that imported files name, each once. */
export function usedTools({ measurements = [] }: Pick<Review, 'measurements'>): UsedTool[] {
  const tools = new Map<string, UsedTool>();
  for (const { source } of measurements) {
    const { tool: name, version, file } = source;
    if (!tools.get(name)?.version) tools.set(name, { name, file, ...(version ? { version } : {}) });
  }
  return [...tools.values()];
}

/**
 * What an entry of the tools used stands for among these: the tool that it names, with its version in the place that the
 * template leaves for it; where all of the entry is left to be filled in, the tools that no entry names.
 * @param all the texts of all entries
 */
export function suggestedTool(
  text: string,
  all: readonly string[],
  tools: readonly UsedTool[],
): SuggestedTool | null {
  if (/^\[[^\]]*\]$/.test(text.trim())) {
    const others = tools.filter(({ name }) => !all.some((one) => names(one, name)));
    return others.length > 0 ? suggestion(others.map(inWords).join(', '), others) : null;
  }
  const tool = tools.find(({ name }) => names(text, name));
  return tool ? suggestion(withVersion(text, tool), [tool]) : null;
}

const suggestion = (text: string, tools: UsedTool[]): SuggestedTool => ({
  text,
  files: [...new Set(tools.map(({ file }) => file))],
});

/** "golangci-lint v[version]" with the version, which may begin with a `v` of its own. */
const withVersion = (text: string, { version }: UsedTool): string =>
  version
    ? text.replace(/(v?)\[version\]/, (_, v: string) => v + (v ? version.replace(/^v/, '') : version))
    : text;

const inWords = ({ name, version }: UsedTool): string => (version ? `${name} ${version}` : name);

const names = (text: string, tool: string): boolean =>
  new RegExp(`(?:^|[^\\w-])${literal(tool)}(?:[^\\w-]|$)`, 'i').test(text);
