import { isCiphertext } from "./ciphertext.ts";
import { longestJudged, randomness } from "./randomness.ts";

/** Random values are told from this length on, in characters. */
const shortest = 16;
const shortestPassword = 12;

/** Whether the value of a telling name is random: nobody wrote it, so it is the secret itself, or `user:password`. */
export function isRandomValue(value: string): boolean {
  const [, password] = /^[\w.@-]{1,40}:([^:/]{16,512})$/.exec(value.slice(0, 560)) ?? [];
  if (password !== undefined && isRandomValue(password)) return true;
  return value.length >= shortest && isRandomText(value);
}

/** Whether what stands in the place of a password is random: the place tells, so it may be shorter. */
export function isRandomPassword(value: string): boolean {
  return value.length >= shortestPassword && isRandomText(value);
}

function isRandomText(value: string): boolean {
  return isRandom(value) && !isHarmless(value) && !isCiphertext(value) && !isWrittenInBase64(value);
}

/**
 * Whether a value under the name of a password is better not shown, where only values stand: a word too, but no
 * reference, path or switch.
 */
export function isPasswordOf(name: string, value: string): boolean {
  if (!isPasswordName.test(name) || value.length < 4 || /\s/.test(value)) return false;
  return mayBeSecret(value) && !isHarmless(value) && !code.test(value);
}

/** A token or a key may also be called by its name; a password is what it says. */
export const isPasswordName = /pass(?:word|wd|phrase)?(?:[_-]?\d+)?$|(?:^|[_.-])p(?:wd|w)$/i;
/** What begins a map, a list, or a command whose output is the value. */
const code = /^(?:\$[({]|[[{]["'\w]{0,80}:?$)/;

/**
 * Whether the value of a telling name is better not shown: also what is short, where it has more than the letters of a
 * word. A file would have too many such values that are not secret; what is printed loses nothing.
 */
export function isGuardedValue(value: string): boolean {
  if (isRandomValue(value)) return true;
  if (value.length < 6 || value.length > longestJudged || isHarmless(value) || isHashedName(value)) return false;
  const isMixed = /[a-z]/i.test(value) && /[^A-Za-z\s._/:-]/.test(value);
  return isMixed && randomness(value) > -1.25 * value.length;
}

/** Whether a value of such a name is a secret: not a switch, a file's path, or a reference that is filled in later. */
export function mayBeSecret(value: string): boolean {
  const text = value.trim();
  if (text === "" || switches.test(text) || reference.test(text) || file.test(text) || isCiphertext(text)) return false;
  // What asks for no password tells none.
  return !plainUrl.test(text);
}

/** What documentation and tests show in the place of a password, and what is filled in later. */
export function isPlaceholder(password: string): boolean {
  return placeholder.test(password) || reference.test(password) || /^[$%{]/.test(password);
}

// Measured on random values of 16 characters: the others have at most one in 200 below it. What people write under
// telling names is below -11.
const limit = -6.5;
// Symbols have more than one way to be written.
const limitWithSymbol = -13;
const limitWithSymbols = -18;

function isRandom(value: string): boolean {
  const start = value.slice(0, longestJudged);
  if (randomness(start) < limitWithSymbols || /\s/.test(start)) return false;
  if (/^\d+$/.test(start)) return new Set(start).size >= 6 && !/0123456|1234567/.test(start);
  return randomness(start) > limitOf(start) && !isHashedName(start);
}

function limitOf(value: string): number {
  const symbols = value.match(/[^\w\s.,:/+=-]/g) ?? [];
  return symbols.length >= 2 ? limitWithSymbols : symbols.length === 1 ? limitWithSymbol : limit;
}

/** Names that end as Kubernetes or kustomize end them: with random letters or a count. */
function isHashedName(value: string): boolean {
  const name = value.replace(/-(?:[bcdfghkmt2456789]{8,10}|[bcdfghjklmnpqrstvwxz2456789]{5})$/, "");
  return name !== value && /^[a-z0-9.-]*[a-z]{3,}[a-z0-9.-]*$/.test(name) && randomness(name) < 0;
}

/** Whether it is the base64 of something that a person wrote. */
function isWrittenInBase64(value: string): boolean {
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(value)) return false;
  const text = Buffer.from(value.slice(0, longestJudged), "base64").toString("latin1");
  return /^[\t\n\r\x20-\x7e]+$/.test(text) && !isRandom(text);
}

/** References, places, times, and code that calls something. */
export function isHarmless(value: string): boolean {
  const start = value.slice(0, longestJudged);
  return reference.test(start) || place.test(start) || placeholder.test(start) || time.test(start) || isCall(start);
}

function isCall(text: string): boolean {
  const [, name] = /^([a-zA-Z_$][\w$.]{2,40})\(/.exec(text) ?? [];
  return name !== undefined && randomness(name) < 2;
}

const reference =
  /^\[[^\]]*\]\([^)]*\)|\$(?:\([\w.-]+\)|\{[^}]+\})|^\$[({]?[A-Za-z_]\w*[;,)}\]]*$|\{\{.*\}\}|^<[^<>]+>$|^%[\w.-]+%$|^\*[A-Za-z][\w-]*$|^process\.env\b/;
const place =
  /^(?:arn:|vault:|ref\+|op:\/\/|projects\/|alias\/|sha(?:1|256|384|512)[:-]|h1:|(?:ssh-|ecdsa-|sk-ssh-|age1)|[a-z][a-z0-9+.-]*:\/\/|(?:file|sqlite|env|secretref):)/i;
const time = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:|$)/;
const placeholder =
  /^(?:.{0,4}|pass(?:word)?|secret|changeme|change-me|\*+|x+|<[^>]*>)$|EXAMPLE|^(?:your|my|change|replace|insert|todo|dummy|example|redacted)[-_ ]/i;
const switches = /^(?:[01]|true|false|yes|no|on|off|enabled|disabled|none|null)$/i;
const file = /^(?:\/[\w.-]+){2,}$/;
const plainUrl =
  /^(?:[a-z][a-z0-9+.-]*:\/\/|(?:file|sqlite):)(?!.*(?:password|passwd|pwd|secret|token|sig|key)=)[^\s@]*$/i;
