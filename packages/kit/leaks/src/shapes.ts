/** What the secrets of one issuer look like. */
export interface SecretShape {
  /** Such as `a GitHub token`. */
  readonly kind: string;
  /** What each of them has at its beginning, or near it: it is looked for first. */
  readonly hints: readonly string[];
  /**
   * Sticky. The group `shown` is what may be shown of it, before the secret. A part without a limit stands only at the
   * end, so that an attempt that fails is short.
   */
  readonly pattern: RegExp;
  /**
   * How many characters before the hint the pattern begins at most. Where there are none, no letter or digit may stand
   * before it.
   */
  readonly behind: number;
}

const shape = (kind: string, hints: string, pattern: string, behind = 0): SecretShape => ({
  kind,
  hints: hints.split(" "),
  pattern: new RegExp(pattern, "y"),
  behind,
});

/** A token with a prefix: the prefix is shown, so that its reader knows what to make invalid. */
const token = (kind: string, hints: string, body: string): SecretShape => {
  const prefixes = hints.replaceAll(/[.$^]/g, String.raw`\$&`).replaceAll(" ", "|");
  return shape(kind, hints, `(?<shown>${prefixes})${body}`);
};

// Names in code begin like some prefixes; they have neither digits nor capitals.
const randomPart = String.raw`(?=[\w-]{0,80}[0-9A-Z])`;

/** The well-known kinds with a prefix or an address of their own. What has none, its name or its randomness tells. */
export const shapes: readonly SecretShape[] = [
  shape("a private key", "AGE-SECRET-KEY-1", "(?<shown>AGE-SECRET-KEY-1)[A-Z0-9]{20,}"),
  // DER without its armor, in base64: PKCS#8 and PKCS#1.
  shape(
    "a private key",
    "MII MC4CAQAwBQYDK2Vw MIGHAgEAMBMGByqGSM49",
    String.raw`(?<shown>)(?:MII[A-Za-z0-9+/]{3,4}(?:IBADANBgkqhkiG9w0BAQEFAASC|IBAAKCA[QgY])|MC4CAQAwBQYDK2VwBCIEI|MIGHAgEAMBMGByqGSM49)[A-Za-z0-9+/\s]{32,}={0,2}`,
  ),
  token("an OpenAI or Anthropic key", "sk-", String.raw`${randomPart}[\w-]{16,}`),
  token("an AWS access key", "AKIA ASIA", String.raw`(?![A-Z0-9]{9}EXAMPLE)[A-Z0-9]{16}(?![A-Za-z0-9])`),
  token("an AWS session token", "IQoJb3JpZ2luX2Vj FwoGZXIvYXdz ABSK", String.raw`[A-Za-z0-9+/]{80,}={0,2}`),
  token("a GitHub token", "ghp_ gho_ ghu_ ghs_ ghr_ github_pat_", String.raw`\w{30,}`),
  token(
    "a GitLab token",
    "glpat- gldt- glptt- glrt- glagent- glcbt- glsoat- glimt- glft- glffct- GR1348941",
    String.raw`[\w-]{20,}`,
  ),
  token("an npm token", "npm_", String.raw`\w{36,}`),
  token("a PyPI token", "pypi-AgEIcHlwaS5vcmc pypi-AgENdGVzdC5weXBpLm9yZw", String.raw`[\w-]{50,}`),
  token("a RubyGems token", "rubygems_", "[a-f0-9]{48}"),
  token("a NuGet key", "oy2", "[a-z0-9]{43}(?![A-Za-z0-9])"),
  token("a crates.io token", "cio", "(?=[a-zA-Z]{0,31}[0-9])[A-Za-z0-9]{32}(?![A-Za-z0-9])"),
  token("a Slack token", "xoxa- xoxb- xoxe- xoxo- xoxp- xoxr- xoxs- xoxc- xoxd- xapp- xoxe.", String.raw`[\w.-]{10,}`),
  shape(
    "a chat webhook",
    "hooks.slack.com/ hooks.slack-gov.com/",
    String.raw`(?<shown>hooks\.slack(?:-gov)?\.com/(?:services|workflows|triggers)/)[\w/]{20,}`,
  ),
  shape(
    "a chat webhook",
    "discord.com/api/ discordapp.com/api/",
    String.raw`(?<shown>discord(?:app)?\.com/api/(?:v\d{1,2}/)?webhooks/\d{5,25}/)[\w-]{20,}`,
  ),
  shape(
    "a chat webhook",
    "webhook.office.com/ outlook.office.com/ outlook.office365.com/",
    String.raw`(?<shown>(?:webhook|outlook)\.office(?:365)?\.com/webhook(?:b2)?/)[\w@-]{20,200}/IncomingWebhook/[\w/-]{20,}`,
  ),
  shape(
    "a chat webhook",
    "chat.googleapis.com/",
    String.raw`(?<shown>chat\.googleapis\.com/v1/spaces/[\w-]{3,40}/messages\?)(?=[^\s"'<>]{0,40}(?:key|token)=)[\w=&%;.-]{20,}`,
  ),
  shape(
    "a signed address",
    "sig= Signature=",
    String.raw`(?<shown>(?:sig|Signature)=)(?=[^\s&"']{0,60}(?:%|[A-Z0-9]))[A-Za-z0-9%+/_-]{30,}={0,2}`,
  ),
  token("a Google API key", "AIza", String.raw`[\w-]{35}`),
  token("a Google client secret", "GOCSPX-", String.raw`[\w-]{20,}`),
  token("a Google access token", "ya29.", String.raw`[\w.-]{30,}`),
  token("a Google refresh token", "1//0", String.raw`[\w-]{40,}`),
  shape("a SendGrid key", "SG.", String.raw`(?<shown>SG\.)[\w-]{16,64}\.[\w-]{16,}`),
  token("a Stripe key", "sk_live_ sk_test_ rk_live_ rk_test_ whsec_", String.raw`\w{16,}`),
  token("a Twilio key", "SK", "[0-9a-f]{32}(?![A-Za-z0-9])"),
  shape("a Mailgun key", "key-", String.raw`(?<shown>key-)[0-9a-f]{32}(?![A-Za-z0-9])`),
  shape("a Mailchimp key", "-us", String.raw`(?<shown>)(?<![A-Za-z0-9])[0-9a-f]{32}-us\d{1,2}(?![A-Za-z0-9])`, 32),
  token("a DigitalOcean token", "dop_v1_ doo_v1_ dor_v1_", "[a-f0-9]{64}"),
  token("an Atlassian token", "ATATT3 ATCTT3 ATSTT3", String.raw`[\w=-]{60,}`),
  token("an Atlassian token", "ATBB", "[A-Za-z0-9_=.-]{24,}"),
  shape("a Telegram token", ":AA", String.raw`(?<shown>[^]{0,9}?\b(?:bot)?\d{6,12}:)AA[\w-]{32,}`, 15),
  shape(
    "a Discord token",
    "MD MT Mj Mz ND NT Nj Nz OD OT",
    String.raw`(?<shown>)[MNO][A-Za-z\d_-]{23,27}\.(?=[\w-]{0,6}[A-Z0-9])[\w-]{6}\.(?=[\w-]{0,26}[0-9A-Z])[\w-]{27,}`,
  ),
  shape(
    "an Azure key",
    "AccountKey= SharedAccessKey= AccessKey=",
    String.raw`(?<shown>(?:Account|SharedAccess|Access)Key=)[A-Za-z0-9+/%]{40,}={0,2}`,
  ),
  shape(
    "an Azure key",
    "+ASt AzFu AzCa ACDb AzSe",
    String.raw`(?<shown>[^]{0,60}?(?<![A-Za-z0-9+/]))[A-Za-z0-9+/]{20,80}(?:\+ASt|AzFu|AzCa|ACDb|AzSe)[A-Za-z0-9+/]{4,12}={1,2}`,
    80,
  ),
  shape("an Azure client secret", "Q~", String.raw`(?<shown>)(?<![\w.~-])[\w.~-]{3}\dQ~[\w.~-]{31,34}(?![\w.~-])`, 4),
  shape("a JSON web token", "eyJ", String.raw`(?<shown>eyJ)[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*`),
  token("a Vault token", "hvs. hvb. hvr.", String.raw`${randomPart}[\w-]{20,}`),
  token("an OpenShift token", "sha256~", String.raw`[\w-]{40,}`),
  token("a Shopify token", "shpat_ shpca_ shppa_ shpss_", "[a-fA-F0-9]{32}"),
  token("a New Relic key", "NRAK- NRJS- NRII- NRRA-", String.raw`[\w-]{19,}`),
  token("a Sentry token", "sntrys_ sntryu_", String.raw`[\w+/=-]{40,}`),
  token("a Square token", "sq0atp- sq0csp- sq0idp-", String.raw`[\w-]{22,}`),
  token("a Postman key", "PMAK-", "[a-f0-9]{24}-[a-f0-9]{34}"),
  token("a Pulumi token", "pul-", "[a-f0-9]{40}"),
  shape(
    "a Terraform token",
    ".atlasv1.",
    String.raw`(?<shown>)(?<![A-Za-z0-9])[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{60,}`,
    14,
  ),
  token("a Dynatrace token", "dt0c01. dt0s01. dt0s16.", String.raw`[A-Z0-9]{24}\.[A-Z0-9]{64}`),
  token("a SonarQube token", "sqp_ squ_ sqa_", "[a-f0-9]{40}"),
  shape("an Airtable token", "pat", String.raw`(?<shown>pat)[A-Za-z0-9]{14}\.[a-f0-9]{64}`),
  token("an Alibaba Cloud key", "LTAI", "[A-Za-z0-9]{16,}"),
  token(
    "an access token",
    // Of Cloudflare, Databricks, Docker, Doppler, Figma, Fly, Grafana, Groq, Hugging Face, Linear, Netlify, Notion,
    // 1Password, Perplexity, PlanetScale, Replicate, Supabase, Tailscale, Vercel, xAI, CircleCI, Buildkite, Artifactory,
    // Mapbox and Okta.
    "cfk_ cfut_ cfat_ dapi dckr_pat_ dckr_oat_ dp.pt. dp.st. figd_ fo1_ glsa_ glc_ gsk_ hf_ lin_api_ nfp_ ntn_ ops_eyJ pplx- pscale_tkn_ pscale_pw_ pscale_oauth_ r8_ sbp_ sb_secret_ tskey- vcp_ vci_ vca_ vcr_ vck_ xai- CCIPAT_ CCIPRJ_ bkua_ AKCp sk.eyJ SSWS",
    String.raw`[ ]?${randomPart}[\w.-]{26,}`,
  ),
];
