/** Why a text is taken for a secret. The text itself is never shown. */
export type Sensitive = string | undefined;

// The last words tell: DB_PASSWORD holds one, PASSWORD_MIN_LENGTH and TOKEN_URL do not.
const names =
  /(?:^|_)(?:[a-z]*password|[a-z]*passwd|pwd|passphrase|[a-z]*secret|secrets|[a-z]*token|api_?key|secret_?key|private_?key|access_?key|encryption_?key|signing_?key|auth_?key|master_?key|credential|credentials|connection_?string|database_?url|db_?url|dsn)(?:_base64|_b64)?(?:_?\d+)?$/;

const values: readonly { readonly what: string; readonly pattern: RegExp; readonly mayBePublic?: true }[] = [
  {
    what: "a private key",
    pattern: /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|AGE-SECRET-KEY-1[A-Z0-9]{20}/,
  },
  { what: "a URL with a password", pattern: /\b[a-z][a-z0-9+.-]*:\/\/[^\s:@/?#]*:(?!\$[({]|<|\*+@)[^\s@/?#]+@[^\s@]/i },
  { what: "an OpenAI or Anthropic key", pattern: /\bsk-(?:proj-|svcacct-|admin-|ant-)?[\w-]{20,}/ },
  { what: "a GitHub token", pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{22,})/ },
  { what: "a GitLab token", pattern: /\bglpat-[\w-]{20,}/ },
  { what: "a Slack token", pattern: /\bxox[abeoprs]-[\w-]{10,}|hooks\.slack\.com\/services\/T\w+\/B\w+\/\w+/ },
  { what: "an AWS access key", pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/ },
  { what: "a Stripe key", pattern: /\b[rs]k_(?:live|test)_\w{16,}/ },
  { what: "an npm token", pattern: /\bnpm_[A-Za-z0-9]{36}/ },
  { what: "a SendGrid key", pattern: /\bSG\.[\w-]{16,}\.[\w-]{16,}/ },
  { what: "a Hugging Face token", pattern: /\bhf_[A-Za-z0-9]{30,}/ },
  { what: "a Google API key", pattern: /\bAIza[\w-]{35}/, mayBePublic: true },
  { what: "a JSON web token", pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/, mayBePublic: true },
];

/** What secret a value has the form of. */
export function secretValue(value: string, { isPublic = false } = {}): Sensitive {
  return values.find(({ pattern, mayBePublic = false }) => !(isPublic && mayBePublic) && pattern.test(value))?.what;
}

/** Whether a variable or a key has the name of a secret: DB_PASSWORD, openaiApiKey, jwt-secret, tls.key not. */
export function isSecretName(name: string): boolean {
  return names.test(inSnakeCase(name));
}

/** Whether a value of such a name is a secret: not a switch, a file's path, or a reference that is filled in later. */
export function mayBeSecret(value: string): boolean {
  const text = value.trim();
  if (text === "" || switches.test(text) || filledIn.test(text) || file.test(text)) return false;
  // What asks for no password tells none.
  return !plainUrl.test(text);
}

const switches = /^(?:[01]|true|false|yes|no|on|off|enabled|disabled|none|null)$/i;
const filledIn = /\$(?:\([\w.-]+\)|\{[^}]+\})/;
const file = /^(?:\/[\w.-]+){2,}$/;
const plainUrl =
  /^(?:[a-z][a-z0-9+.-]*:\/\/|(?:file|sqlite):)(?!.*(?:password|passwd|pwd|secret|token|sig|key)=)[^\s@]*$/i;

/** The name without what makes a framework show it to browsers; undefined where it does not begin so. */
export function shownToBrowsers(variable: string): { readonly framework: string; readonly rest: string } | undefined {
  const found = frameworks.find(([prefix]) => variable.startsWith(prefix));
  return found === undefined ? undefined : { framework: found[1], rest: variable.slice(found[0].length) };
}

const frameworks = [
  ["VITE_", "Vite"],
  ["NEXT_PUBLIC_", "Next.js"],
  ["REACT_APP_", "Create React App"],
  ["NUXT_PUBLIC_", "Nuxt"],
  ["GATSBY_", "Gatsby"],
  ["EXPO_PUBLIC_", "Expo"],
  ["VUE_APP_", "Vue CLI"],
  ["PUBLIC_", "SvelteKit and Astro"],
] as const;

function inSnakeCase(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll(/[^A-Za-z0-9]+/g, "_")
    .toLowerCase();
}
