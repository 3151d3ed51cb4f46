/** What a line of code has and a sentence has not: how it begins or ends, what it assigns, calls or compares. */
const codeLine = new RegExp(
  [
    String.raw`^\s*(?://|/\*|\*/)`,
    String.raw`[{([;}]\s*(?://.*)?$`,
    String.raw`^\s*[})\]]`,
    String.raw`:=|[=!]=|<-|&&|\|\||\+=|\w\+\+\s*$`,
    String.raw`^\s*[\w.*&[\]"']+(?:\s*,\s*[\w.*&]+)*\s+=\s+\S`,
    String.raw`^\s*(?:(?:defer|go|return|await|throw)\s+)*[\w.]+\(.*\)[\w.()]*,?\s*(?://.*)?$`,
    String.raw`^\s*(?:package \w+|import ["'(].*|(?:type|var|const) \w+ .*|return(?: [\w.&*"']+(?:, [\w.&*"']+)*)?|case .+:|default:|break|continue)\s*$`,
    String.raw`^\s*(?:"[^"]*"|'[^']*'),\s*$`,
  ].join('|'),
);

/** What code of a language never has: the text is of another one. */
const foreign: Partial<Record<string, RegExp>> = {
  go: /^(?<![\s\S])\s*[{[<$]|;\s*(?:\/\/.*)?$|===|=>|\bfunction\b|^\s*#|^\s*(?:let|def|class|async|export|SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER)\b/m,
};

/** More lines are not looked at: what a text is shows at its beginning. */
const most = 40;

/** Whether a text is code, and none of another language, as far as that can be told: words are not. */
export function isCode(text: string, language: string): boolean {
  const lines = text
    .slice(0, 10_000)
    .split('\n', most)
    .filter((line) => line.trim() !== '');
  const codes = lines.filter((line) => codeLine.test(line)).length;
  return codes > 0 && codes * 2 >= lines.length && !foreign[language]?.test(lines.join('\n'));
}
