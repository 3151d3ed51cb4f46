/**
 * What looks like live secrets, by the kind that it is told to be. Nobody's: made up here, and put together only when a
 * test runs, so that no scanner finds them in these files.
 */
export const live: Record<string, string> = {
  'AWS Access Key ID': `AKIA${'2E0A8F3B244C9986'}`,
  'AWS Secret Access Key': 'wJalrXUtnFEMI/K7MDENG'.concat('/bPxRfiCYzzzzzzzKEY'),
  'GitHub Token': `ghp_${'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'}`,
  'GitLab Personal Access Token': `glpat-${'ABCDEFGHIJKLMNOPQRST'}`,
  'npm access token': `npm_${'aBcD'.repeat(9)}`,
  'slack token': `xoxb-${'123456789012-1234567890123-abcdefghijABCDEFGHIJ1234'}`,
  'Slack Incoming Webhook': `https://hooks.slack.com/services/${'T0AB1CD2E/B0AB1CD2E/Zx9Yw8Vu7Ts6Rq5Po4Nm3Lk2'}`,
  'basic auth credential': `https://ada:${'s3cr3tPa55'}@build.sanctum.dev`,
  'PostgreSQL connection string': `postgres://sanctum:${'Tr0ub4dor'}@db.internal:5432/app`,
  'password in a URL': `redis://:${'hunter2xyz'}@cache:6379/0`,
  'JSON Web Token': [
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
    'eyJzdWIiOiIxMjM0NTY3ODkwIn0',
    'dozjgNry'.repeat(5),
  ].join('.'),
  'private key': pem('RSA PRIVATE KEY', `MIIEpAIBAAKCAQEA${'x3'.repeat(200)}`),
};

/** As they stand in evidence: some are recognised by the name that they are given. */
export const inWords = (kind: string): string =>
  kind === 'AWS Secret Access Key' ? `AWS_SECRET_ACCESS_KEY="${live[kind]}"` : `${live[kind]}`;

export function pem(kind: string, body: string): string {
  return `-----BEGIN ${kind}-----\n${body.replace(/.{64}/g, '$&\n')}\n-----END ${kind}-----`;
}
