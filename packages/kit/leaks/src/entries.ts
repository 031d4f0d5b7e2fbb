import { findSecrets } from "./find-secrets.ts";
import { isSecretName, tellingOf } from "./names.ts";
import { isRandomValue, mayBeSecret } from "./values.ts";

/** Whether a value is a secret because of its name: of an environment variable, or a key of a ConfigMap. */
export function isSecretEntry(name: string, value: string): boolean {
  return isSecretName(name) ? mayBeSecret(value) : tellingOf(name) === "random" && isRandomValue(value);
}

/**
 * What secret a value has in it, whatever it is called: `a GitHub token`. Undefined where it has none.
 *
 * @param isPublic Whether it is meant for browsers, which are given some kinds on purpose.
 */
export function secretIn(value: string, { isPublic = false } = {}): string | undefined {
  if (privateKey.test(value)) return "a private key";
  return findSecrets(value).find(({ kind }) => !(isPublic && mayBePublic.has(kind)))?.kind;
}

// Whatever stands behind it: a value has no reason to mention one.
const privateKey = /^\s*-----BEGIN [A-Z0-9 ]*PRIVATE KEY/;
const mayBePublic = new Set(["a Google API key", "a JSON web token"]);
