const size = 20;
// Measured: of drawn base64 with 43 characters one in 100,000 has fewer in each of its windows. Of the names and paths in
// this repository and in its dependencies' documentation none has as many.
const leastChanges = (text: string): number => (text.length < 40 ? 8 : 7);
const word = /[A-Z]?[a-z]+|[A-Z]+|\d+/g;

/**
 * Whether a text, without white space, is drawn rather than written: nobody's words change so often between upper
 * case, lower case and digits. Digests, UUIDs and git's hashes have no upper case, so they do not.
 */
export function looksDrawn(text: string): boolean {
  // The path of a temporary directory changes as often, but over all of its names.
  if (isPath(text)) return text.split("/").some(looksDrawn);
  // kubernetes-models' names of types, which a compiler's messages have.
  if (/^I{0,2}oK8s/.test(text) || isEncodedText(text)) return false;
  if (isAwsLike(text)) return true;
  const least = leastChanges(text);
  for (let at = 0; at + size <= text.length; at++) {
    const window = text.slice(at, at + size);
    if (count(window, /[A-Z]/g) >= 3 && count(window, /[a-z]/g) >= 3 && count(window, word) >= least) return true;
  }
  return false;
}

/** An AWS secret key has 40 characters, among which the windows below may miss one in some thousands. */
function isAwsLike(text: string): boolean {
  return text.length === 40 && [/[A-Z]/g, /[a-z]/g, /\d/g].every((kind) => count(text, kind) >= 3);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Whether it is the base64 of a text that people can read, which looks drawn and is not. */
function isEncodedText(text: string): boolean {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return false;
  return /^[\t\n\r\x20-\x7e]+$/.test(Buffer.from(text, "base64").toString("latin1"));
}

/** Whether a text has words between slashes, which base64 has hardly ever. */
function isPath(text: string): boolean {
  return text.split("/").filter((name) => /^[a-z]{3,}$/.test(name)).length >= 2;
}
