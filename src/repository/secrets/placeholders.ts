/** What stands in documents and examples in the place of a secret, and is nobody's. */
const words =
  /example|sample|placeholder|redacted|removed|masked|dummy|foobar|changeme|change[-_ ]?(?:me|this|it)|your[-_ ]|my[-_]?(?:secret|password|token|key)|replace|insert[-_ ]|enter[-_ ]|todo|fixme|not[-_ ]?set|undefined|none[-_ ]|abcdef|1234567|qwerty|lorem|deadbeef|s3cr3t(?:key)?$|test[-_]?(?:only|key|token|secret|password)/i;

/** A whole value that is only a name for one: "password1", "secret-key", "admin". */
const names =
  /^(?:(?:my|the|some|new|old|super|top|app|db|api|jwt|user|default|strong|test|dev|local|root|admin|demo|ci)[-_ ]?)*(?:pass(?:word|wd|phrase)?|pwd|secrets?|tokens?|keys?|credentials?|admin|root|user(?:name)?|guest|default|letmein|postgres|mysql|mongo|redis|string|value|null|true|false|nil|none|empty|test|hidden)(?:[-_ ]?(?:key|value|here))?[!.]*$|^(?:pass(?:word|wd)?|secret|token|key|admin|root|user|test|postgres)\d{1,3}$/i;

/** A reference to where the secret really is, or a pattern that is filled in later. */
const references =
  /^\$\w|\$\{|\$\(|\{\{|<[^>]*>|^%\w+%$|^%[sdvq]|\[[A-Za-z][^\]]*\]|^@|^(?:\.{0,2}|~)\/|:\/\/|^(?:arn|vault|ref|op|env|file|secretsmanager|projects):|^(?:process\.env|os\.|env\.|config\.|settings\.|secrets\.|var\.|self\.|this\.)/i;

/** Hashes of passwords, digests with their name, and names of algorithms: what they hide is not in the report. */
const hashes =
  /^(?:AES|HS|RS|ES|PS|SHA|RSA|ECDSA|ED25519|HMAC|MD5|RFC)[-_ ]?\d|^\$(?:2[abxy]?|1|5|6|7|y|argon2\w*|scrypt|pbkdf2[\w-]*)\$|^\{?(?:sha\d*|md5|bcrypt|pbkdf2)/i;

/** Whether a value is no secret, whatever it is assigned to. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  return (
    text === '' ||
    /(.)\1{4}/.test(text.replace(/[=]+$/, '')) ||
    /\*{3}|x{4}|\.{3}|…/i.test(text) ||
    words.test(text) ||
    names.test(text) ||
    references.test(text) ||
    hashes.test(text)
  );
}

/** The same of a token that is known by its shape: it may hold any letters, but none that only fill it. */
export const isTokenPlaceholder = (token: string): boolean =>
  /x{4}|\*{3}|\.{3}|…|(.)\1{7}|example|redacted|your[-_]|[<>{}]/i.test(token) || /^[rsp]k_test_/.test(token);

/** How many bits a character of a text tells (Shannon): 0 for "aaaa", about 4 for random letters and digits. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Whether signed tokens are those of a specification or of a well-known page: by who they are made out for. */
export function isExampleToken(token: string): boolean {
  const [, payload = '', signature = ''] = token.split('.');
  if (exampleSignatures.some((known) => signature.startsWith(known))) return true;
  const claims = Buffer.from(payload, 'base64url').toString();
  return /"John Doe"|"iss"\s*:\s*"joe"|example\.(?:com|org|net)/.test(claims);
}

/** Of jwt.io's example, of that of RFC 7519, and of RFC 7515's. */
const exampleSignatures = [
  'SflKxwRJSMeKKF2QT4fwpMeJ',
  'dBjftJeZ4CVP-mB92K27uhbU',
  'TJVA95OrM7E2cBab30RMHrHD',
];
