import { entropy, isPlaceholder } from './placeholders.ts';

/** A secret in a text: from where to where, and what it is. */
export interface Span {
  from: number;
  to: number;
  kind: string;
}

/**
 * What a secret is called where it is assigned: in code, in an environment, in YAML, JSON or a header. The names are
 * those of the generic rule of gitleaks (https://github.com/gitleaks/gitleaks, MIT), and some more.
 */
const keyword =
  /(pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|(?:access|account|private|auth|encryption|signing|master|session|shared|license|service|storage|webhook|hmac)[_-]?key|credentials?)(?=[\w-]{0,12}["'`\]]{0,2}[ \t]{0,3}(?::?=|:|=>|,|(?:is|was)[ \t]))/gi;

/** Behind the keyword: what may still belong to the name, then the assignment. */
const assignment =
  /(?:[_-]?(?:prod(?:uction)?|staging|dev|live|value|raw|base64|b64|key|v?\d{1,2}))?["'`\]]{0,2}[ \t]{0,3}(?::=|=>|:|=|,|(?<=[ \t])(?:is|was)(?=[ \t]))[ \t]{0,3}/iy;

const quoted = /(["'`])((?:(?!\1)[^\n\\]|\\.){6,200})\1/y;
const bare = /[^\s"'`,;<>(){}[\]|&]{8,200}/y;

/** Names that hold a keyword and no secret: counters, types, hashes, what is public. */
const harmless =
  /(?:sha-?\d+ |md5 |csrf|xsrf|page|next|cursor|continuation|cancel\w*|public|pub|max|min|num|total|hash\w*|bcrypt|digest|salt|sort|foreign|primary|cache|partition|idempotency|placeholder|label|no|by)[_-]?$/i;

/** The secrets that a text assigns to a name which says that it is one. */
export function* assignedSecrets(text: string): Generator<Span> {
  for (const match of text.matchAll(keyword)) {
    const [name] = match;
    const end = match.index + name.length;
    if (harmless.test(text.slice(Math.max(0, match.index - 16), match.index))) continue;
    assignment.lastIndex = end;
    const assigned = assignment.exec(text);
    if (!assigned) continue;
    const at = end + assigned[0].length;
    quoted.lastIndex = at;
    const inQuotes = quoted.exec(text);
    if (inQuotes) {
      const value = inQuotes[2] ?? '';
      if (isSecret(value, 'quoted')) yield { from: at + 1, to: at + 1 + value.length, kind: kindOf(name) };
      continue;
    }
    // A list of arguments, or a sentence, tells nothing of what stands there without quotes.
    if (/[a-z,]\s*$/i.test(assigned[0])) continue;
    bare.lastIndex = at;
    const value = bare.exec(text)?.[0].replace(/[.:!?]+$/, '') ?? '';
    const isVariable = assigned[0] === '=' && /[A-Z]$/.test(name);
    if (isSecret(value, isVariable && /^[a-z]+(?:-[a-z]+){2,}$/.test(value) ? 'phrase' : 'bare'))
      yield { from: at, to: at + value.length, kind: kindOf(name) };
  }
  yield* inHeaders(text);
}

const kindOf = (name: string): string => {
  if (/pass|pwd/i.test(name)) return 'password';
  return /token/i.test(name) ? 'token' : /key/i.test(name) ? 'key' : 'secret';
};

/** A name of something else: config.password, getToken(), TOKEN_HEADER. */
const isName = (value: string): boolean =>
  (/^[A-Za-z_$][\w$]*(?:(?:\.|->|::)[A-Za-z_$][\w$]*)+(?:\(.*)?$/.test(value) && !/\d{3}/.test(value)) ||
  /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value);

/** Words without a digit: a message, a label, an identifier. */
const isWords = (value: string): boolean => /^[A-Za-z]+(?:[\s_.,:;!?'-]+[A-Za-z]+)*[.!?]?$/.test(value);

/**
 * Whether a value is a secret. A bare one has nothing to tell its end from the prose around it: it has to look random.
 * A phrase is one of a variable of an environment, where words with hyphens are no prose.
 */
function isSecret(value: string, written: 'quoted' | 'bare' | 'phrase'): boolean {
  const isQuoted = written === 'quoted';
  if (value.length < (isQuoted ? 6 : 8) || isPlaceholder(value) || isName(value)) return false;
  if (written === 'phrase') return value.length >= 16;
  if (isWords(value)) return isQuoted && isRandomLetters(value);
  const hasDigit = /\d/.test(value);
  const hasSign = /[^A-Za-z0-9\s_.-]/.test(value);
  if (/^\d+(?:[.,:/-]\d+)*$/.test(value)) return isQuoted && value.length >= 8 && entropy(value) > 2.5;
  const words = value.split(/\s+/).length;
  if (words > 1) return isQuoted && words > 3 && value.length < 60 && (hasDigit || hasSign);
  if (isQuoted) return hasDigit || hasSign || /[a-z][A-Z]|[A-Z][a-z]/.test(value);
  // An identifier: gh_actions_v2.
  if (/^[a-z]+(?:[_-][a-z]+)*[_-]v?\d{1,2}$/.test(value)) return false;
  return hasDigit && /[A-Za-z]/.test(value) && entropy(value) >= 2.75;
}

/** Letters alone are a secret when they are many and no CamelCase. */
const isRandomLetters = (value: string): boolean =>
  value.length >= 16 &&
  /[a-z]/.test(value) &&
  /[A-Z]/.test(value) &&
  !/\s/.test(value) &&
  !/^(?:[A-Z]?[a-z]{2,}){2,}$/.test(value) &&
  entropy(value) >= 3.9;

/** What an HTTP header or a Docker configuration carries. */
function* inHeaders(text: string): Generator<Span> {
  if (/bearer|token /i.test(text)) {
    for (const match of text.matchAll(/\b(?:Bearer|Token)[ \t]+([\w~.+/-]{16,2000}=*)/gi)) {
      const value = match[1] ?? '';
      if (!isPlaceholder(value) && /\d/.test(value) && /[A-Za-z]/.test(value) && entropy(value) > 3)
        yield {
          from: match.index + match[0].length - value.length,
          to: match.index + match[0].length,
          kind: 'bearer token',
        };
    }
  }
  for (const match of text.matchAll(
    /(?:\bBasic[ \t]+|"auth"\s{0,3}:\s{0,3}")([A-Za-z0-9+/]{12,400}={0,2})/g,
  )) {
    const value = match[1] ?? '';
    if (isCredentials(value))
      yield {
        from: match.index + match[0].length - value.length,
        to: match.index + match[0].length,
        kind: 'basic auth credential',
      };
  }
}

/** Whether base64 hides a name and a password. */
function isCredentials(base64: string): boolean {
  const [name = '', ...rest] = Buffer.from(base64, 'base64').toString('latin1').split(':');
  const password = rest.join(':');
  return /^[\x21-\x7e]{1,100}$/.test(name) && /^[\x20-\x7e]{4,}$/.test(password) && !isPlaceholder(password);
}
