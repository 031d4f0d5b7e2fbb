import type { Secret } from "./secret.ts";
import { base64, runEnd, type Steps } from "./steps.ts";

/** Says what secret a text has in it; undefined where it has none. */
export type KindIn = (text: string) => string | undefined;

/**
 * Secrets in texts that stand in base64, on one line or on several: of a kubeconfig, a docker configuration, an
 * `Authorization` header, the data of a Secret.
 */
export function findEncoded(text: string, kindIn: KindIn, steps: Steps): Secret[] {
  const found: Secret[] = [];
  for (let at = 0; at < text.length;) {
    const end = runEnd(text, at, base64, steps);
    if (end - at < shortest) {
      at = end + 1;
      continue;
    }
    const whole = wholeEnd(text, at, end, steps);
    const kind = kindOf(text.slice(at, whole), kindIn, steps);
    if (kind !== undefined) found.push({ kind, at, end: whole });
    at = kind === undefined ? end + 1 : whole;
  }
  return found;
}

const shortest = 16;
const lineLengths = 60;
const nextLine = /={0,2}(?:\\n|\r?\n)[ \t+-]{0,40}(?=[A-Za-z0-9+/]{4,})/y;

/** Lines of base64 that were cut at a length go on in the next line. */
function wholeEnd(text: string, at: number, first: number, steps: Steps): number {
  let end = first;
  for (let start = at; end - start >= lineLengths;) {
    nextLine.lastIndex = end;
    if (!nextLine.test(text)) break;
    start = nextLine.lastIndex;
    const next = runEnd(text, start, base64, steps);
    // Another key of a map ends differently.
    if (text[next] === ":") break;
    end = next;
  }
  while (end < text.length && text[end] === "=") end++;
  return end;
}

function kindOf(run: string, kindIn: KindIn, steps: Steps): string | undefined {
  if (!isText(decode(run.slice(0, 64)))) return undefined;
  const decoded = decode(run.replaceAll(/\\n|[\s+-]{2,}|\s/g, ""));
  steps.count += 2 * run.length;
  if (!isText(decoded)) return undefined;
  const kind = kindIn(decoded);
  return kind === undefined ? undefined : `${kind}, in base64`;
}

function decode(run: string): string {
  return Buffer.from(run, "base64").toString("utf8");
}

/** Whether people can read it: UTF-8 without control characters, the end of which may be cut off. */
function isText(text: string): boolean {
  return /^[^\p{Cc}\uFFFD\u2028\u2029]+\uFFFD?$/u.test(text.replaceAll(/[\t\n\r]/g, " ")) && /[a-z0-9]{3}/i.test(text);
}
