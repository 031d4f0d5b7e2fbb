import { findSecrets } from "./find-secrets.ts";
import { isSecretName, tellingOf } from "./telling-names.ts";
import { isRandomValue, mayBeSecret } from "./values.ts";

/**
 * Whether a value is a secret because of its name: of an environment variable, or a key of a ConfigMap.
 *
 * @param publicValues Values that are public, although they look like secrets. Default: none.
 */
export function isSecretEntry(name: string, value: string, publicValues: readonly string[] = []): boolean {
  if (publicValues.includes(value)) return false;
  return isSecretName(name) ? mayBeSecret(value) : tellingOf(name) === "random" && isRandomValue(value);
}

/**
 * What secret a value has in it, whatever it is called: `a GitHub token`. Undefined where it has none.
 */
export function secretIn(value: string, { isPublic = false, publicValues = [] }: Known = {}): string | undefined {
  if (privateKey.test(value)) return "a private key";
  return findSecrets(value, { publicValues }).find(({ kind }) => !(isPublic && mayBePublic.has(kind)))?.kind;
}

interface Known {
  /** Whether it is meant for browsers, which are given some kinds on purpose. */
  readonly isPublic?: boolean;
  /** Values that are public, although they look like secrets. */
  readonly publicValues?: readonly string[] | undefined;
}

// Whatever stands behind it: a value has no reason to mention one.
const privateKey = /^\s*-----BEGIN [A-Z0-9 ]*PRIVATE KEY/;
const mayBePublic = new Set(["a Google API key", "a JSON web token"]);
