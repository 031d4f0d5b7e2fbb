/**
 * What a name says of its value. `surely`: it is a secret, unless it is a switch, a path or a reference. `random`: it is
 * one where it is random, because other things have such a name too. Undefined: the name says nothing.
 */
export type Telling = "surely" | "random" | undefined;

/**
 * What the name of a value tells: of a variable, a key, an option, a field, an annotation; in any case, with any
 * separators. The last words tell: DB_PASSWORD holds one, PASSWORD_MIN_LENGTH and TOKEN_URL do not.
 */
export function tellingOf(name: string): Telling {
  // Texts have few names, and each many times.
  if (known.size > mostKnown) known.clear();
  if (!known.has(name)) known.set(name, judge(name));
  return known.get(name);
}

const known = new Map<string, Telling>();
const mostKnown = 5_000;

function judge(name: string): Telling {
  const words = wordsOf(name);
  if (words.some((word) => publicWords.has(word)) || digestFirst.test(name)) return undefined;
  while (words.length > 1 && qualifier.test(words.at(-1)!)) words.pop();
  const [last = "", before = "", first = ""] = words.toReversed();
  // What browsers are given under such a name, a map's token say, is mostly meant for them.
  if (shownToBrowsers(name) !== undefined && !/pass|pwd|pw$|secret|cred/.test(last)) return undefined;
  if (sure.has(last) || sureEnd.test(last)) return "surely";
  if (last === "base" && before === "key" && first === "secret") return "surely";
  if (last === "key" || last === "keys")
    return words.some((word) => halves.has(word)) ? undefined : tellingOfKey(before);
  return random.has(last) || joined.test(last) ? "random" : undefined;
}

/** Whether a variable or a key has the name of a secret, or of an address that has one in it: DB_PASSWORD, DATABASE_URL. */
export function isSecretName(name: string): boolean {
  return tellingOf(name) === "surely" || connection.test(wordsOf(name).join(""));
}

/** The name without what makes a framework show it to browsers; undefined where it does not begin so. */
export function shownToBrowsers(variable: string): { readonly framework: string; readonly rest: string } | undefined {
  const found = frameworks.find(([prefix]) => variable.startsWith(prefix));
  return found === undefined ? undefined : { framework: found[1], rest: variable.slice(found[0].length) };
}

function tellingOfKey(before: string): Telling {
  if (before === "" || publicKeys.has(before)) return undefined;
  return sureKeys.has(before) ? "surely" : "random";
}

function wordsOf(name: string): string[] {
  const spaced = name.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2").replaceAll(/([A-Z])([A-Z][a-z])/g, "$1 $2");
  return spaced.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

// What a name has at its end without being about something else.
const qualifier =
  /^(?:\d+|v|base|b|hex|value|str|string|plain|plaintext|raw|txt|old|new|current|previous|primary|secondary|prod|production|dev|development|staging|stage|test|live|override)$/;
const sure = setOf(
  "password passwords passwd passphrase passphrases passcode pwd pswd psw pass pw secret token " +
    "credential credentials creds cred apikey apikeys psk requirepass masterauth",
);
const sureEnd =
  /(?:password|passwd|passphrase|secret|token|credentials|apikey|secretkey|accesskey|privatekey|encryptionkey|signingkey|masterkey|authkey)$|^(?:db|user|root|admin|smtp|mail|mysql|pg|postgres|redis|mongo|rabbitmq|ftp|ldap|bind|ssh|http|proxy|basic|auth|store|keystore|truststore|key|my|sudo|vnc)(?:pass|pwd|pw)$/;
const sureKeys = setOf("api secret private access encryption signing auth master jwt session hmac");
const random = setOf("auth authorization bearer cookie jwt salt pepper hmac dsn sas sig pat seed secrets tokens");
const joined =
  /^(?:app|jwt|session|cookie|sign|crypt|encrypt|decrypt|account|storage|shared|service|license|hmac|aes)keys?$|^(?:redis|basic|smtp|http|proxy|client)auth$/;
// Digests of secrets, and the halves of keys that are for everybody.
const publicWords = setOf("checksum fingerprint sitekey thumbprint kid recipient instrumentation");
const digestFirst = /^(?:sha\d*|md5|digest|hash(?:es)?)\//;
const halves = setOf("public pub publishable");
const publicKeys = setOf(
  "site host known authorized trusted allowed verify verification cache sort partition primary foreign group row object map index lookup label annotation topology tag " +
    "tags field path name translation message i18n dedupe deduplication idempotency correlation shard metadata header " +
    "bucket s3 config configmap data json context locale route sync resource product feature flag property",
);
const connection = /(?:connectionstring|databaseurl|dburl|dsn)\d*$/;

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
