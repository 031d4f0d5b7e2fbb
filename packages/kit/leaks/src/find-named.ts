import { valueLexer, type Lexed } from "./lex-value.ts";
import { tellingOf, type Telling } from "./telling-names.ts";
import type { Secret } from "./secret.ts";
import { alphabet, digits, letters, type Steps } from "./steps.ts";

/** Whether a value is a secret under a name that tells. */
export type JudgeValue = (value: Judged, telling: Telling & string, name: string, first: Judged) => boolean;

type Judged = Pick<Lexed, "value" | "isLoose">;

/**
 * Values whose names say that they are secret, in the order of the text: `name: value`, `"name": "value"`,
 * `name=value`, `--name value`, an entry with a `name` and a `value`, and the like, whatever language it is.
 */
export function findNamed(text: string, isSecret: JudgeValue, steps: Steps): Secret[] {
  const found = new Map<number, Secret>();
  let from = 0;
  const lex = valueLexer(text, steps);
  hint.lastIndex = 0;
  steps.count += text.length;
  for (let hit = hint.exec(text); hit !== null; hit = hint.exec(text)) {
    const name = nameAround(text, hit.index, hit[0].length, from, steps);
    from = name.end;
    hint.lastIndex = Math.max(hint.lastIndex, from);
    const telling = name.end - name.at > longestName ? undefined : tellingOf(name.text);
    if (telling === undefined) continue;
    for (const candidates of valuesOf(text, name, lex, steps)) {
      const value = candidates.find((one) => isSecret(one, telling, name.text, candidates[0]!));
      if (value === undefined) continue;
      found.set(value.at, { kind: `a value named ${name.text}`, at: value.at, end: endOf(value, candidates) });
    }
  }
  return [...found.values()];
}

type Lex = ReturnType<typeof valueLexer>;

interface Name {
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

const hint =
  /pass|pwd|psw|psk|pw|secret|token|cred|auth|key|jwt|salt|pepper|hmac|cookie|bearer|dsn|sas|sig|seed|pat(?![a-z])/gi;
const longestName = 120;
const inName = alphabet(`${letters}${digits}_-./`);

/** The name that a word is in. */
function nameAround(text: string, hit: number, length: number, from: number, steps: Steps): Name {
  let at = hit;
  while (at > from && hit - at <= longestName && inName.has(text.charCodeAt(at - 1))) at--;
  let end = hit + length;
  while (end < text.length && inName.has(text.charCodeAt(end))) end++;
  steps.count += end - at;
  // The letter of an escape, as in "\nDB_PASSWORD".
  if (text[at - 1] === "\\" && at < hit && "nrt".includes(text[at]!)) at++;
  return { text: text.slice(at, Math.min(end, at + longestName)), at, end };
}

/** What may be the value of a name, by the ways to write one. */
function valuesOf(text: string, name: Name, lex: Lex, steps: Steps): Lexed[][] {
  steps.count += windowsOf;
  const entry = entryOf(text, name);
  if (entry !== undefined) {
    const places = [placeAfter(sibling, text, name.end), siblingBefore(text, entry)];
    return places.flatMap((at) => (at === undefined ? [] : [lex(at)]));
  }
  const assigned = placeAfter(assignment, text, name.end);
  if (assigned !== undefined) {
    if (/\[\s{0,20}$/.test(text.slice(Math.max(0, assigned - 21), assigned))) return itemsFrom(text, assigned, lex);
    return [lex(assigned, / = ?$/.test(text.slice(Math.max(0, assigned - 3), assigned)))];
  }
  const argued = placeAfter(argument, text, name.end);
  return argued === undefined ? [] : [lex(argued, !name.text.startsWith("-"))];
}

// What the patterns below read at most, together.
const windowsOf = 600;

const quote = String.raw`\\{0,7}["'\x60]`;
const lineBreak = String.raw`(?:\r?\n|\\n)[ \t]{0,80}(?:[+-][ \t]{0,80}){0,2}`;
const before = String.raw`(?:[ \t]{0,40}(?:string|str|String)[ \t]?=)?[ \t]{0,40}(?:![!\w]{0,20}[ \t]{1,4})?(?:&\w{1,40}[ \t]{1,4})?`;
const scheme = String.raw`(?:${quote})?(?:Bearer|Basic|Token|token|ApiKey|apikey|Digest|Key|base64:)[ \t]{0,4}(?=[A-Za-z0-9+/_-]{8})`;
const block = String.raw`[|>][+-]?\d?[ \t]{0,9}${lineBreak}`;
// On the next line, and alone there: the value of a key in YAML. Other lines are keys of their own.
const nextLine = String.raw`[ \t]{0,9}(?:#[^\n]{0,80})?${lineBreak}(?=[^\s:=]{16,}={0,2}[ \t]{0,9}(?:\r?\n|$))`;
const listStart = String.raw`\[\s{0,20}(?=["']|[\w+/=-]{16,200}\s{0,4}[,\]](?!\())`;
const nested = String.raw`\{\s{0,20}(?:${quote})?(?:value|default)(?:${quote})?\s{0,4}[:=]\s{0,4}`;

/** `name: value`, `name = "value"`, `"name": [`, `<name>`, and a value in the next line. */
const assignment = new RegExp(
  String.raw`(?:${quote})?\]?[ \t]{0,80}(?::=|=>|:-|[:=>]|\((?=["'\x60])|(?:\?\?|\|\|)(?=[ \t]{0,4}["'\x60]))${before}(?:${block}|${nextLine}|${listStart}|${nested})?(?:${scheme})?`,
  "y",
);
/** `--name value`, `"--name", "value"`, `- --name` with the value in the next line, `set("name", "value")`. */
const argument = new RegExp(
  String.raw`(?:(?:${quote})\s{0,4},\s{0,80}(?=${quote})|(?:${quote})?${lineBreak}|[ \t]{1,80}(?!is\b|of\b|for\b|and\b|in\b|to\b)|,[ \t]{0,4}(?=[\w"']))(?:${scheme})?`,
  "y",
);
/** `value: value` beside `name: NAME`, or one line further. */
const gap = String.raw`(?:${quote})?,?(?:\s|\\n|[+-]){0,80}`;
const valueKey = String.raw`(?:${quote})?value(?:${quote})?\s{0,9}[:=]`;
const sibling = new RegExp(
  String.raw`${gap}(?:[\w"']{1,20}:[ \t][^\n]{0,80}\n[ \t]{1,80})?${valueKey}${before}(?:${block}|${nextLine})?`,
  "y",
);
const nameKey = new RegExp(
  String.raw`(?<![\w.-])(?:name|key|path|field|option|variable|Name|Key)(?:${quote})?\s{0,9}[:=]\s{0,9}(?:${quote})?$`,
);

function placeAfter(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Where the key begins whose value is the name: `name: DB_PASSWORD`; undefined where there is none. */
function entryOf(text: string, { at }: Name): number | undefined {
  if (!/[:=]["'`\\\s]{0,8}$/.test(text.slice(Math.max(0, at - 9), at))) return undefined;
  const start = Math.max(0, at - 40);
  const found = nameKey.exec(text.slice(start, at));
  return found === null ? undefined : start + found.index;
}

/** Where the value begins that stands before the name. */
function siblingBefore(text: string, entry: number): number | undefined {
  const start = Math.max(0, entry - 300);
  const region = text.slice(start, entry);
  const [key] = [...region.matchAll(/(?<![\w.-])value\\{0,7}["'`]?\s{0,9}[:=][ \t]{0,9}/g)].slice(-1);
  if (key === undefined) return undefined;
  const rest = region.slice(key.index + key[0].length);
  return /^\S+,?(?:\s|\\n|[+-]|["'])*$/.test(rest) ? start + key.index + key[0].length : undefined;
}

/** The items of the list that begins at a place. */
function itemsFrom(text: string, at: number, lex: Lex): Lexed[][] {
  const all: Lexed[][] = [];
  for (let place = at; all.length < longestList;) {
    const candidates = lex(place);
    all.push(candidates);
    const [first] = candidates;
    between.lastIndex = first?.end ?? 0;
    if (first?.isQuoted !== true || !between.test(text)) return all;
    place = between.lastIndex;
  }
  return all;
}

const longestList = 20;
const between = new RegExp(String.raw`${quote},\s{0,80}(?=${quote}(?![^"'\x60\n]{0,80}["'\x60]\s{0,4}[:=]))`, "y");

/** Without quotes a value may go on behind a comma. */
function endOf(value: Lexed, candidates: readonly Lexed[]): number {
  return value.isQuoted ? value.end : Math.max(...candidates.map(({ end }) => end));
}
