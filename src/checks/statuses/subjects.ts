/** What a status is about, as the titles of issues say it: a status is set against issues of its own subject only. */
export const subjects: Record<string, RegExp> = {
  'auth-status':
    /\b(?:(?:un)?auth\w*|log-?ins?|sign-?ins?|sessions?|jwts?|access control|permissions?|privileges?|csrf|idor)\b/i,
  'validation-status': /\b(?:validat\w*|saniti[sz]\w*|\w*injections?|xss|unescaped|path traversal)\b/i,
  'secrets-status':
    /\b(?:secrets?|credentials?|api keys?|private keys?|hard-?coded (?:passwords?|tokens?|keys?))\b/i,
  cors: /\bcors\b|cross-origin/i,
  'rate-limiting': /\brate[- ]?limit|\bthrottl|brute[- ]?force/i,
  'security-headers': /\b(?:security|http) headers?\b|\b(?:csp|hsts|x-frame-options)\b/i,
  'panic-recovery': /\bpanics?\b/i,
  timeouts: /\btime-?outs?\b/i,
  'redis-failure': /\bredis\b.*\b(?:fail|down|outage|unavailable|unreachable)/i,
  'db-slowness': /\bslow(?:ness)?\b.*\b(?:db|database|quer)|\b(?:db|database)\b.*\bslow/i,
  'external-failure': /\b(?:external|third[- ]party|upstream)\b.*\b(?:fail|down|outage|unavailable)/i,
  'connection-pooling': /\bpool(?:s|ing|ed)?\b/i,
  'redis-usage': /\bredis\b/i,
  'cache-invalidation': /\binvalidat|\bstale\b/i,
  ttls: /\bttls?\b|\bnever expires?\b/i,
  'connection-limits': /\bconnection limits?\b|\bunlimited\b.*\bconnections\b/i,
  heartbeats: /\bheartbeats?\b|\bkeep-?alives?\b/i,
  cleanup: /\bclean(?:ed)?[- ]?up\b|\bleak(?:s|ed|ing)?\b/i,
  'integration-tests': /\bintegration tests?\b/i,
  'e2e-tests': /\b(?:e2e|end-to-end)\b/i,
  'race-tests': /\b(?:data )?races?\b/i,
  'error-cases': /\berror (?:cases?|paths?)\b/i,
  'edge-cases': /\bedge cases?\b/i,
  'env-validated': /\benv\w*\b.*\bvalidat|\bconfig\w*\b.*\bvalidat/i,
  'env-secrets': /\bsecrets?\b.*\b(?:code|repository|git|plain ?text|committed)\b|\bhard-?coded\b/i,
  'strong-passwords': /\b(?:weak|default)\b.*\bpasswords?\b/i,
  monitoring: /\bmonitoring\b|\balert(?:s|ing)\b/i,
};

/** All choices of these together say how a category stands. */
export const standings: { ids: string[]; category: string }[] = [
  {
    ids: ['auth-status', 'validation-status', 'secrets-status', 'cors', 'rate-limiting', 'security-headers'],
    category: 'security',
  },
  { ids: ['panic-recovery', 'timeouts'], category: 'error handling' },
  { ids: ['integration-tests', 'e2e-tests', 'race-tests', 'error-cases', 'edge-cases'], category: 'testing' },
  {
    ids: ['connection-pooling', 'redis-usage', 'cache-invalidation', 'ttls', 'connection-limits', 'cleanup'],
    category: 'performance',
  },
  {
    ids: ['env-defined', 'env-validated', 'env-secrets', 'prod-config', 'strong-passwords', 'monitoring'],
    category: 'configuration',
  },
];
