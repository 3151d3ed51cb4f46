import { pem } from './live.ts';

/** Letters and digits as a generator gives them, always the same: made up, and nobody's. */
function random(
  length: number,
  signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  seed = 7,
): string {
  let state = seed * 7919 + length;
  let text = '';
  while (text.length < length) {
    state = (state * 48271) % 2147483647;
    text += signs.charAt(state % signs.length);
  }
  return text;
}
const hex = (length: number, seed?: number) => random(length, '0123456789abcdef', seed);
const upper = (length: number) => random(length, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');
const base64 = (text: string) => Buffer.from(text).toString('base64');
const join = (...parts: string[]) => parts.join('');
const uuid = [8, 4, 4, 4, 12].map((length, index) => hex(length, index + 3)).join('-');

/** As secrets stand in evidence and descriptions, by kind: each put together here, so that no scanner finds it in this file. */
export const secretLines: Record<string, string> = {
  'a password in code': `const password = "${random(6)}#${random(5)}9"`,
  'a password in single quotes': `db_password = '${join('Tr0ub', '4dor&3')}'`,
  'a password of an environment': `DB_PASSWORD=${random(14)}`,
  'a signing secret of an environment': `JWT_SECRET=${random(40)}`,
  'an exported key': `export API_KEY=${random(32)}`,
  'a password in YAML': `  password: ${join('hunter', '2xyzQ!')}`,
  'a quoted password in YAML': `  redis_password: "${random(16)}"`,
  'a key in Go': `apiKey := "${random(32)}"`,
  'a secret in JSON': `  "client_secret": "${random(36)}",`,
  'a secret in a map of Go': `"secret": "${hex(48)}",`,
  'a token in TypeScript': `accessToken: '${random(44)}',`,
  'a key of an object': `{ privateKey: "${random(40)}" }`,
  'a secret in TOML': `session_key = "${hex(64)}"`,
  'a password for root in SQL': `ALTER USER root PASSWORD = '${random(12)}7!'`,
  'a hexadecimal secret': `SESSION_SECRET=${hex(64)}`,
  'a bearer header': `Authorization: Bearer ${random(40)}`,
  'a basic header': `Authorization: Basic ${base64(`ada:${random(12)}`)}`,
  'a call of curl': `curl -H "Authorization: Bearer ${random(36)}" https://api.sanctum.dev/posts`,
  'a key header': `X-Api-Key: ${random(32)}`,
  'a PGP key': pem('PGP PRIVATE KEY BLOCK', `Version: GnuPG v2\n\nlQOYBF${random(300)}`),
  'an encrypted key': pem('ENCRYPTED PRIVATE KEY', `MIIFHDBOBgkqhkiG9w0BBQ0w${random(300)}`),
  'an encrypted RSA key': `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,${upper(32)}\n\n${random(200)}\n-----END RSA PRIVATE KEY-----`,
  'an OpenSSH key': pem('OPENSSH PRIVATE KEY', `b3BlbnNzaC1rZXktdjEAAAAA${random(300)}`),
  'an elliptic curve key': pem('EC PRIVATE KEY', `MHcCAQEEI${random(140)}`),
  'an age key': join('AGE-SECRET', '-KEY-1', random(58, 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L')),
  'a Google key': join('AI', 'za', random(35)),
  'an Azure account key': `AccountName=sanctum;Account${join('Key=', random(86), '==')};EndpointSuffix=core.windows.net`,
  'a DigitalOcean token': join('dop', '_v1_', hex(64)),
  'a Telegram token': `bot ${join('1839', '204756', ':AA', random(33))} is in`,
  'a Twilio key': join('SK', hex(32)),
  'a Twilio token': `TWILIO_AUTH_TOKEN=${hex(32)}`,
  'a Docker login': `{"auths":{"ghcr.io":{"auth":"${base64(`ada:${random(20)}`)}"}}}`,
  'an old npm token': `//registry.npmjs.org/:_auth${join('Token=', uuid)}`,
  'a new npm token': join('npm', '_', random(36)),
  'a GitHub token': join('gh', 'p_', random(36)),
  'a fine-grained GitHub token': join('github', '_pat_', random(22), '_', random(59)),
  'a GitLab token': join('glp', 'at-', random(20)),
  'a Slack token': join('xox', 'b-', '219384756012-2193847560123-', random(24)),
  'a Stripe key': join('sk_', 'live_', random(24)),
  'an AWS key': `AKIA${upper(16)}`,
  'an AWS secret': `AWS_SECRET_ACCESS_KEY=${random(40)}`,
  'a SendGrid key': join('SG', '.', random(22), '.', random(43)),
  'a signed web token': [base64('{"alg":"HS256"}'), base64('{"sub":"4711"}'), random(43)]
    .map((part) => part.replace(/=+$/, ''))
    .join('.'),
  'a database URL': `postgres://sanctum:${random(12)}@db.internal:5432/app`,
  'a Redis URL': `redis://:${random(12)}@cache:6379/0`,
  'a Vault token': join('hv', 's.', random(28)),
  'an OpenAI key': join('sk-', 'proj-', random(60)),
  'a Slack webhook': `https://hooks.slack.com/services/${join('T0AB1', 'CD2E/B0AB1CD2E/', random(24))}`,
};

/** What is no secret, however much it looks like one. */
export const decoyLines: Record<string, string> = {
  'a test key of Stripe': join('sk_', 'test_', random(24)),
  'a token of x': join('gh', 'p_', 'x'.repeat(36)),
  'the example of jwt.io': [
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
    'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ',
    join('SflKxwRJSMeKKF2QT4fwpMeJ', 'f36POk6yJV_adQssw5c'),
  ].join('.'),
  'the example of RFC 7519': [
    'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9',
    'eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ',
    join('dBjftJeZ4CVP-mB92K27uhbU', 'JU1p1r_wW1gFWFOEjXk'),
  ].join('.'),
  'the example of AWS': 'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE',
  'a variable': `DB_PASSWORD=${'$'}{DB_PASSWORD}`,
  'a variable of a shell': 'password: $POSTGRES_PASSWORD',
  'a variable of GitHub': `token: ${'$'}{{ secrets.NPM_TOKEN }}`,
  'a mark in angle brackets': 'API_KEY=<your-api-key>',
  'a redacted value': 'password = "<redacted>"',
  stars: 'JWT_SECRET=********************************',
  'words to change': 'POSTGRES_PASSWORD=changeme',
  'a call in Go': 'cfg.Password = os.Getenv("DB_PASSWORD")',
  'a call in TypeScript': 'const token = await getAccessToken(user.id)',
  'a property': 'password: config.database.password,',
  'a hash of a commit': `fixed in ${hex(40)}`,
  'a digest': `sha256:${hex(64)}`,
  'a bcrypt hash': `password_hash = "$2b$12$${random(53)}"`,
  'a bcrypt hash of a password': `password: "$2a$10$${random(53)}"`,
  'a sum of go': `golang.org/x/crypto v0.17.0 h1:${random(43)}=`,
  'an integrity of a lock file': `"integrity": "sha512-${random(86)}=="`,
  prose: 'The password is stored in plain text, and the token: it never expires.',
  'a label': '"password": "Your password must have 12 characters"',
  'a type': 'type Config struct { Password string; Token string; APIKey string }',
  'a header of a name': 'const tokenHeader = "X-Session-Token"; const secretName = "sanctum/db"',
  'an identifier': `"id": "${uuid}"`,
  'a public key': `-----BEGIN PUBLIC KEY-----\n${random(200)}\n-----END PUBLIC KEY-----`,
  'a key that is left out': '-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----',
  'a URL with words': 'postgres://user:password@localhost:5432/app',
  'a path of a secret': 'password_file: /run/secrets/db_password',
  'a reference to a secret': 'secretKeyRef: { name: sanctum-db, key: password }',
  'a validation': 'if (password.length < 12) throw new Error("password: too short")',
  'a header with a mark': 'Authorization: Bearer <token>',
  'a header with a variable': 'curl -H "Authorization: Bearer $TOKEN" https://api.sanctum.dev',
};
