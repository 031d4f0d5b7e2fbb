/** What only secrets look like. */
export interface SecretShape {
  /** Such as `a GitHub token`. */
  readonly kind: string;
  /** Global. Its groups are what may be shown: what stands before the secret, and what after it. */
  readonly pattern: RegExp;
}

// Markdown may have a backslash before each.
const dashes = String.raw`(?:\\?-){5}`;
const key = `${dashes}BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?${dashes}`;
const keyEnd = key.replace("BEGIN", "END");
// Between the lines of a key: white space, or what stands for it in a quoted text, a diff, or code.
const gap = String.raw`(?:\s|\\[nr]|["'+>|,-])`;
const lineEnd = String.raw`["'+,]*(?:\r?\n|(?:\\r)?\\n)`;

/** The well-known kinds. What is drawn and has no shape of its own, `looksDrawn` and `namedSecrets` tell. */
export const secretShapes: readonly SecretShape[] = [
  {
    kind: "a private key",
    // The whole of it; where its end is cut off, as far as it goes on.
    pattern: new RegExp(
      `(${key})(?:[\\s\\S]{0,20000}?(${keyEnd})|(?:${gap}*[A-Za-z0-9+/=]{32,}(?:${lineEnd}${gap}*[A-Za-z0-9+/=]+)*)())`,
      "g",
    ),
  },
  { kind: "a private key", pattern: /(\bAGE-SECRET-KEY-1)[A-Z0-9]{20,}()/g },
  {
    kind: "a URL with a password",
    // Digits before a slash are a port. A password may have an @ of its own.
    pattern: /(\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@"'`<>]{0,128}:)(?!\d+[/?#])[^\s"'`<>]{1,512}(@)/gi,
  },
  { kind: "an OpenAI or Anthropic key", pattern: /((?<![\w-])sk-)(?=[\w-]*[0-9A-Z])[\w-]{16,}()/g },
  { kind: "an AWS access key", pattern: /(\b(?:AKIA|ASIA))[A-Z0-9]{16}\b()/g },
  { kind: "a GitHub token", pattern: /(\b(?:gh[pousr]_|github_pat_))\w{30,}()/g },
  { kind: "a GitLab token", pattern: /(\bgl(?:pat|dt|ptt|rt|agent|cbt|soat)-)[\w-]{20,}()/g },
  { kind: "an npm token", pattern: /(\bnpm_)\w{36,}()/g },
  { kind: "a Slack token", pattern: /(\b(?:xox[abeoprs]|xapp)-)[\w-]{10,}()/g },
  { kind: "a Slack webhook", pattern: /(\bhooks\.slack\.com\/services\/)[\w/]{20,}()/g },
  { kind: "a Google API key", pattern: /(\bAIza)[\w-]{35}()/g },
  { kind: "a SendGrid key", pattern: /(\bSG\.)[\w-]{16,}\.[\w-]{16,}()/g },
  { kind: "a Stripe key", pattern: /(\b(?:[rs]k_(?:live|test)|whsec)_)\w{16,}()/g },
  { kind: "a JSON web token", pattern: /(\beyJ)[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]+()/g },
  {
    kind: "an access token",
    // Of Cloudflare, Databricks, Docker, Figma, Grafana, Groq, Vault, Hugging Face, Linear, Notion, 1Password, Shopify,
    // Tailscale and Vercel.
    pattern:
      /(\b(?:cfk_|cfut_|cfat_|dapi|dckr_pat_|figd_|glsa_|gsk_|hv[bsr]\.|hf_|lin_api_|ntn_|ops_eyJ|shp(?:at|ca|pa|ss)_|tskey-[a-z]+-|vc[piark]_))(?=[\w-]*[0-9A-Z])[\w-]{26,}()/g,
  },
];
