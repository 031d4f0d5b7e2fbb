import { forTerminal } from "./for-terminal.ts";

/**
 * Other people's text in a SARIF message: `[text](address)` is not a link in it (section 3.11.6 of SARIF 2.1.0).
 *
 * The rest of SARIF is JSON: `forJson`.
 */
export function forSarif(text: string): string {
  return forTerminal(text).replaceAll("](", String.raw`\](`);
}

/** A path as a relative URI: nothing in it is a scheme, a query, a fragment or a place of a string that is not a text. */
export function forUri(path: string): string {
  return encodeURI(path.toWellFormed()).replaceAll(/[?#:]/g, encodeURIComponent);
}
