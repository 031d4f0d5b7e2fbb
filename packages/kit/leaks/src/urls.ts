import type { Secret } from "./secret.ts";
import { runEnd, without, type Steps } from "./steps.ts";
import { isPlaceholder, isRandomValue } from "./values.ts";

/** Passwords of URLs, and of addresses without a scheme that have one: `user:password@tcp(host)`, `user:password@host`. */
export function findUrls(text: string, steps: Steps): Secret[] {
  return [...passwords(text, "://", ofUrl, steps), ...passwords(text, "@", ofAddress, steps)];
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

function ofUrl(text: string, hit: number, steps: Steps): Secret | undefined {
  const user = hit + 3;
  if (hit === 0 || !/[a-z0-9+.-]/i.test(text[hit - 1]!)) return undefined;
  const colon = runEnd(text.slice(0, user + longestUser), user, inUser, steps);
  if (text[colon] !== ":") return undefined;
  const another = text.indexOf("://", user);
  const limit = Math.min(colon + longest, another === -1 ? text.length : another);
  const end = runEnd(text.slice(0, limit), colon + 1, inPassword, steps);
  // A password may have an @ of its own.
  const at = text.slice(colon, end).lastIndexOf("@") + colon;
  const password = text.slice(colon + 1, at);
  // Digits before a slash are a port.
  if (at <= colon + 1 || /^\d+[/?#]/.test(password)) return undefined;
  return isPlaceholder(password.split("@")[0]!) ? undefined : { kind: "a URL with a password", at: colon + 1, end: at };
}

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
