/** Tokens that are known by their shape. */
export interface TokenFormat {
  kind: string;
  /** Stands in every such token, in these letters: what a text does not hold is not searched for. */
  sign: string;
  /** Global. A group, where there is one, is the secret without what only leads to it. */
  pattern: RegExp;
}

/**
 * Formats that secretlint's rules lack or know only in part: prefixes and lengths as their issuers document them, and as
 * the default rules of gitleaks (https://github.com/gitleaks/gitleaks, MIT) list them.
 */
export const tokenFormats: TokenFormat[] = [
  { kind: 'age secret key', sign: 'AGE-SECRET-KEY-1', pattern: /\bAGE-SECRET-KEY-1[0-9A-Z]{58}/g },
  { kind: 'AWS access key', sign: 'AKIA', pattern: /\bAKIA[A-Z0-9]{16}\b/g },
  { kind: 'AWS access key', sign: 'ASIA', pattern: /\bASIA[A-Z0-9]{16}\b/g },
  { kind: 'Google API key', sign: 'AIza', pattern: /\bAIza[\w-]{35}(?![\w-])/g },
  { kind: 'Google OAuth secret', sign: 'GOCSPX-', pattern: /\bGOCSPX-[\w-]{28}(?![\w-])/g },
  { kind: 'Google access token', sign: 'ya29.', pattern: /\bya29\.[\w-]{30,400}/g },
  { kind: 'Azure account key', sign: 'AccountKey=', pattern: /\bAccountKey=([A-Za-z0-9+/]{60,88}={0,2})/g },
  {
    kind: 'Azure access key',
    sign: 'SharedAccessKey=',
    pattern: /\bSharedAccessKey=([A-Za-z0-9+/]{40,88}={0,2})/g,
  },
  { kind: 'Azure client secret', sign: 'Q~', pattern: /(?<![\w~.])[\w~.]{3}\dQ~[\w~.-]{31,34}(?![\w~-])/g },
  { kind: 'Azure signature', sign: 'sig=', pattern: /[?&]sig=([A-Za-z0-9%+/]{40,100}(?:%3D|=)?)/g },
  { kind: 'Alibaba access key', sign: 'LTAI', pattern: /\bLTAI[A-Za-z0-9]{20}\b/g },
  { kind: 'DigitalOcean token', sign: '_v1_', pattern: /\bdo[opr]_v1_[a-f0-9]{64}\b/g },
  { kind: 'Telegram bot token', sign: ':AA', pattern: /(?<![\w:])\d{8,10}:AA[\w-]{32,34}(?![\w-])/g },
  { kind: 'Twilio API key', sign: 'SK', pattern: /\bSK[0-9a-f]{32}\b/g },
  { kind: 'Stripe key', sign: 'k_live_', pattern: /\b[rs]k_live_[A-Za-z0-9]{16,247}\b/g },
  { kind: 'Stripe webhook secret', sign: 'whsec_', pattern: /\bwhsec_[A-Za-z0-9+/]{24,64}={0,2}/g },
  { kind: 'SendGrid key', sign: 'SG.', pattern: /\bSG\.[\w-]{16,32}\.[\w-]{16,64}(?![\w-])/g },
  { kind: 'Mailgun key', sign: 'key-', pattern: /\bkey-[0-9a-f]{32}\b/g },
  { kind: 'Mailchimp key', sign: '-us', pattern: /\b[0-9a-f]{32}-us\d{1,2}\b/g },
  { kind: 'GitHub token', sign: 'github_pat_', pattern: /\bgithub_pat_\w{50,255}\b/g },
  { kind: 'GitHub token', sign: 'gh', pattern: /\bgh[oprsu]_[A-Za-z0-9]{36,255}\b/g },
  {
    kind: 'GitLab token',
    sign: 'gl',
    pattern: /\bgl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|imt|oas)-[\w-]{20,64}/g,
  },
  { kind: 'Slack token', sign: 'xapp-', pattern: /\bxapp-\d-[A-Z0-9]+-\d+-[a-z0-9]{32,80}/g },
  { kind: 'Slack token', sign: 'xox', pattern: /\bxox[abeoprs]-[\w-]{20,250}/g },
  {
    kind: 'Discord webhook',
    sign: '/api/webhooks/',
    pattern: /https:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[\w-]{60,100}/g,
  },
  {
    kind: 'Discord bot token',
    sign: '.',
    pattern: /\b[MNO][A-Za-z0-9]{23,25}\.[\w-]{6}\.[\w-]{27,40}(?![\w-])/g,
  },
  { kind: 'PyPI token', sign: 'pypi-AgE', pattern: /\bpypi-AgE[\w-]{50,300}/g },
  { kind: 'RubyGems key', sign: 'rubygems_', pattern: /\brubygems_[a-f0-9]{48}\b/g },
  { kind: 'Docker Hub token', sign: 'dckr_', pattern: /\bdckr_(?:pat|oat)_[\w-]{27,40}/g },
  { kind: 'Shopify token', sign: 'shp', pattern: /\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}\b/g },
  { kind: 'Square token', sign: 'sq0', pattern: /\bsq0(?:atp|csp|idp)-[\w-]{22,43}/g },
  { kind: 'Vault token', sign: 'hv', pattern: /\bhv[bs]\.[\w-]{24,300}/g },
  { kind: 'Terraform token', sign: '.atlasv1.', pattern: /\b[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,70}/g },
  { kind: 'Doppler token', sign: 'dp.', pattern: /\bdp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{40,64}/g },
  { kind: 'OpenAI key', sign: 'T3BlbkFJ', pattern: /\bsk-(?:[a-z]+-)?[\w-]{20,80}T3BlbkFJ[\w-]{20,80}/g },
  { kind: 'OpenAI key', sign: 'sk-proj-', pattern: /\bsk-proj-[\w-]{40,200}/g },
  { kind: 'Anthropic key', sign: 'sk-ant-', pattern: /\bsk-ant-[a-z]+\d{2}-[\w-]{80,120}/g },
  { kind: 'Hugging Face token', sign: 'hf_', pattern: /\bhf_[A-Za-z]{34}\b/g },
  { kind: 'Databricks token', sign: 'dapi', pattern: /\bdapi[a-f0-9]{32}(?:-\d)?\b/g },
  { kind: 'Grafana token', sign: 'gl', pattern: /\bgl(?:c|sa)_[\w+/]{32,400}={0,2}/g },
  { kind: 'New Relic key', sign: 'NRAK-', pattern: /\bNRAK-[A-Z0-9]{27}\b/g },
  { kind: 'Linear key', sign: 'lin_', pattern: /\blin_(?:api|oauth)_[A-Za-z0-9]{40,64}\b/g },
  { kind: 'Notion token', sign: 'ntn_', pattern: /\bntn_[A-Za-z0-9]{40,60}\b/g },
  { kind: 'Postman key', sign: 'PMAK-', pattern: /\bPMAK-[a-f0-9]{24}-[a-f0-9]{34}\b/g },
  { kind: 'Atlassian token', sign: 'ATATT3', pattern: /\bATATT3[\w=-]{60,250}/g },
  { kind: 'Heroku key', sign: 'HRKU-', pattern: /\bHRKU-[\w-]{36,70}/g },
  { kind: 'Fly token', sign: 'FlyV1 ', pattern: /\bFlyV1 fm\d_[\w+/=,]{60,600}/g },
  { kind: 'Supabase token', sign: 'sbp_', pattern: /\bsbp_[a-f0-9]{40}\b/g },
  { kind: 'Sentry token', sign: 'sntry', pattern: /\bsntry[su]_[\w+/=.-]{60,400}/g },
  { kind: 'Dropbox token', sign: 'sl.', pattern: /\bsl\.[\w-]{120,400}/g },
  { kind: 'PlanetScale token', sign: 'pscale_', pattern: /\bpscale_(?:pw|tkn|oauth)_[\w.-]{32,64}/g },
  { kind: 'npm token', sign: '_authToken', pattern: /:_authToken\s?=\s?"?([A-Za-z0-9-]{20,80})/g },
  { kind: 'npm password', sign: '_auth', pattern: /(?<!\w):?_auth\s?=\s?"?([A-Za-z0-9+/]{12,200}={0,2})/g },
  { kind: 'Facebook token', sign: 'EAA', pattern: /\bEAA[A-Za-z0-9]{80,300}\b/g },
];
