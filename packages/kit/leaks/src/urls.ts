import type { Secret } from "./secret.ts";
import { runEnd, without, type Steps } from "./steps.ts";
import { isPlaceholder, isRandomPassword, isRandomValue } from "./values.ts";

/** Passwords of URLs, and of addresses without a scheme that have one: `user:password@tcp(host)`, `user:password@host`. */
export function findUrls(text: string, guards: boolean, steps: Steps): Secret[] {
  return [...passwords(text, "://", guards ? ofShownUrl : ofUrl, steps), ...passwords(text, "@", ofAddress, steps)];
}

type Find = (text: string, hit: number, steps: Steps) => Secret | undefined;

function passwords(text: string, hint: string, find: Find, steps: Steps): Secret[] {
  const found: Secret[] = [];
  let from = 0;
  for (let hit = text.indexOf(hint); hit !== -1;) {
    const secret = hit < from ? undefined : find(text, hit, steps);
    if (secret !== undefined) {
      found.push(secret);
      from = secret.end;
    }
    const next = text.indexOf(hint, hit + hint.length);
    steps.count += (next === -1 ? text.length : next) - hit;
    hit = next;
  }
  return found;
}

const ofShownUrl: Find = (text, hit, steps) => ofUrl(text, hit, steps, (password) => !/^\d*\s/.test(password));

/** `mayFold` says whether what a line end or a space parts, as `>-` of YAML writes it, is one password. */
function ofUrl(text: string, hit: number, steps: Steps, mayFold: MayFold = isRandomFolded): Secret | undefined {
  const user = hit + 3;
  if (hit === 0 || !/[a-z0-9+.-]/i.test(text[hit - 1]!)) return undefined;
  const colon = runEnd(text.slice(0, user + longestUser), user, inUser, steps);
  if (text[colon] !== ":") return undefined;
  const another = text.indexOf("://", user);
  const limit = Math.min(colon + longest, another === -1 ? text.length : another);
  const end = passwordEnd(text.slice(0, limit), colon + 1, steps, mayFold);
  // A password may have an @ of its own.
  const at = text.slice(colon, end).lastIndexOf("@") + colon;
  const password = text.slice(colon + 1, at);
  // Digits before a slash are a port.
  if (at <= colon + 1 || /^\d+[/?#]/.test(password)) return undefined;
  return isPlaceholder(password.split("@")[0]!) ? undefined : { kind: "a URL with a password", at: colon + 1, end: at };
}

type MayFold = (password: string) => boolean;
const isRandomFolded: MayFold = (password) => isRandomPassword(password.replaceAll(/\s/g, ""));

/** Where the run ends that the password is in, with what stands behind a fold. */
function passwordEnd(text: string, start: number, steps: Steps, mayFold: MayFold): number {
  const end = runEnd(text, start, inPassword, steps);
  if (text.slice(start, end).includes("@")) return end;
  fold.lastIndex = end;
  if (!fold.test(text)) return end;
  const behind = fold.lastIndex;
  const last = runEnd(text, behind, inPassword, steps);
  const at = text.slice(behind, last).lastIndexOf("@") + behind;
  const isFolded = at >= behind && /^[\w.[$-]/.test(text.slice(at + 1, last)) && mayFold(text.slice(start, at));
  return isFolded ? last : end;
}

const fold = /(?:[ ]|\r?\n[+-]?[ \t]{1,80})(?=\S)/y;

function ofAddress(text: string, at: number, steps: Steps): Secret | undefined {
  const isDriver = driver.test(text.slice(at + 1, at + 6));
  if (!isDriver && !/^[a-z0-9]/i.test(text.slice(at + 1, at + 2))) return undefined;
  if (/^sha\d/.test(text.slice(at + 1, at + 5))) return undefined;
  let start = at;
  while (
    start > 0 &&
    at - start < longestAddress &&
    inPassword.has(text.charCodeAt(start - 1)) &&
    text[start - 1] !== "@"
  )
    start--;
  steps.count += at - start;
  const [, user, password] =
    /^(?:[\w.-]{0,80}=)?(?<user>[\w.%-]{1,64}):(?<password>[^/].{2,})$/.exec(text.slice(start, at)) ?? [];
  if (user === undefined || password === undefined || isPlaceholder(password)) return undefined;
  if (!isDriver && !isRandomValue(password)) return undefined;
  return { kind: "an address with a password", at: at - password.length, end: at };
}

const longestUser = 128;
const longest = 512;
const longestAddress = 160;
/** Of Go's MySQL driver. */
const driver = /^(?:tcp|unix|udp)?\(/;
const inUser = without(" \t\r\n/:@\"'`<>\\");
const inPassword = without(" \t\r\n\"'`<>\\");
