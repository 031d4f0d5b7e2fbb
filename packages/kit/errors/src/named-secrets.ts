import { looksDrawn } from "./looks-drawn.ts";

/** A value in a text whose name says that it is secret. */
export interface NamedSecret {
  readonly name: string;
  readonly value: string;
  /** Where the value begins, in characters. */
  readonly at: number;
}

// The last words tell: DB_PASSWORD holds one, PASSWORD_MIN_LENGTH and TOKEN_URL do not.
const secretWord =
  "password|passwd|passphrase|secrets?|token|credentials?|(?:api|private|secret|access|encryption|signing|auth|master)[_-]?key";
const name = String.raw`(?<![\w.-])(?<name>[\w.-]{0,80}?(?:${secretWord})(?:[_-]?\d{1,3})?)`;
// In a quoted text quotes are escaped.
const quote = String.raw`\\?["'\x60]?`;
const value = String.raw`(?:\\?["'\x60](?<quoted>[^\s"'\x60\\]{16,})|(?<plain>[^\s"'\x60\\#{}\[\](),;<>$]{16,}))`;
const block = String.raw`(?:[|>][+-]?\d?[ \t]*\n[ \t]*)?`;
const assignments = [
  // `BETTER_AUTH_SECRET: value`, `apiKey = "value"`, `--token=value`
  String.raw`${name}${quote}[ \t]*[:=][ \t]*${block}${value}`,
  // `name: BETTER_AUTH_SECRET` and `value: value` beside it, in either order.
  String.raw`\bname${quote}\s*:\s*${quote}${name}${quote},?(?:\s|\\n)+${quote}value${quote}\s*:\s*${value}`,
  String.raw`\bvalue${quote}\s*:\s*${value}${quote},?(?:\s|\\n)+${quote}name${quote}\s*:\s*${quote}${name}${quote}(?![\w.-])`,
].map((pattern) => new RegExp(pattern, "dgi"));

/**
 * Drawn values whose name says that they are secret. A generated password has no shape of its own; its name tells.
 * In the order of the text, each once.
 */
export function namedSecrets(text: string): NamedSecret[] {
  const found = assignments.flatMap((assignment) => [...text.matchAll(assignment)].flatMap(toSecret));
  const byPlace = new Map(found.map((secret) => [secret.at, secret]));
  return [...byPlace.values()].toSorted((one, other) => one.at - other.at);
}

function toSecret({ groups, indices }: RegExpExecArray): NamedSecret[] {
  const secret = groups?.["quoted"] ?? groups!["plain"]!;
  const [at] = (indices?.groups?.["quoted"] ?? indices!.groups!["plain"])!;
  return isDrawn(secret) ? [{ name: groups!["name"]!, value: secret, at }] : [];
}

/** Beside such a name less is enough: digits among letters, in short runs, as in hexadecimal. */
function isDrawn(text: string): boolean {
  // References, what is encrypted, and URLs, whose passwords have a shape.
  if (/^(?:ENC\[|\$|<|\{|\*)|:\/\//.test(text)) return false;
  if (looksDrawn(text)) return true;
  const runs = text.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  const characters = runs.join("").length;
  return /\d/.test(text) && /[a-z]/i.test(text) && runs.length >= 5 && characters / runs.length <= 3;
}
