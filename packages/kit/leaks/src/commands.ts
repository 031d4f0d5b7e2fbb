import type { Secret } from "./secret.ts";
import type { Steps } from "./steps.ts";
import { isGuardedValue, isHarmless, isPlaceholder, isRandomPassword, isRandomValue } from "./values.ts";

/**
 * Passwords in arguments whose option does not say it: `-pPASSWORD` of MySQL's programs, `--user NAME:PASSWORD`,
 * `sshpass -p PASSWORD`, and `IDENTIFIED BY` of SQL.
 *
 * @param guards Whether it is for what is shown: also what is short or a word.
 */
export function findCommands(text: string, guards: boolean, steps: Steps): Secret[] {
  const found: Secret[] = [];
  let programs: Programs = {};
  hint.lastIndex = 0;
  steps.count += text.length;
  for (let hit = hint.exec(text); hit !== null; hit = hint.exec(text)) {
    const groups = hit.groups!;
    const started = programsFrom(programs, groups, hit.index);
    if (started !== undefined) {
      programs = started;
      continue;
    }
    const start = hit.index + hit[0].length;
    const argument = argumentOf(groups);
    argument.lastIndex = start;
    const value = argument.exec(text)?.[0] ?? "";
    steps.count += value.length + 1;
    const isOf = (program: keyof Programs): boolean => start - (programs[program] ?? -Infinity) <= furthest;
    const password = passwordIn(value, groups, isOf, guards);
    if (password === "") continue;
    found.push({ kind: "a password", at: start + value.length - password.length, end: start + value.length });
  }
  return found;
}

/** What stands behind the colon of `name:password`, whatever it is; empty where there is none: IDs, references, URLs. */
export function passwordOfUser(value: string): string {
  const password = value.slice(value.indexOf(":") + 1);
  if (!/^[^:\s/]{0,128}:/.test(value) || password.startsWith("//")) return "";
  return /^\d*$/.test(password) && /^\d*:/.test(value) ? "" : filledLater.test(password) ? "" : password;
}

/** A value of `-p` or `-a` that is random; other programs have ports, paths and names there. Empty where it is not. */
export function shortPassword(value: string): string {
  return /[a-z]/i.test(value) && !value.startsWith("/") && isRandomPassword(value) ? value : "";
}

/** Where each program of a command stood last. */
interface Programs {
  readonly mysql?: number;
  readonly curl?: number;
  readonly taking?: number;
}
type Groups = Readonly<Record<string, string | undefined>>;

/** The programs behind a name of one, or behind the end of a command; undefined for an option. */
function programsFrom(programs: Programs, groups: Groups, at: number): Programs | undefined {
  if (groups["stop"] !== undefined) return {};
  if (groups["program"] !== undefined) return { ...programs, mysql: at };
  if (groups["curl"] !== undefined) return { ...programs, curl: at };
  return groups["taking"] === undefined ? undefined : { ...programs, taking: at };
}

function argumentOf(groups: Groups): RegExp {
  if (groups["user"] === undefined && groups["joined"] === undefined && groups["short"] === undefined)
    return plainArgument;
  return groups["userQuote"] === undefined && groups["shortQuote"] === undefined ? wholeArgument : quotedArgument;
}

function passwordIn(
  value: string,
  groups: Groups,
  isOf: (program: keyof Programs) => boolean,
  guards: boolean,
): string {
  if (groups["user"] !== undefined) return userPassword(value, isOf("curl") || groups["long"] !== undefined, guards);
  if (groups["joined"] !== undefined) return isOf("curl") ? userPassword(value, true, guards) : "";
  if (groups["short"] !== undefined) {
    if (isOf("taking") && guards) return passwordArgument(value);
    // What has brackets may be code: `["sshpass", "-p", password].join(" ")`.
    if (isOf("taking")) return isRandomPassword(value) && !/[()[\]{}]/.test(value) ? value : "";
    return guards ? shortPassword(value) : "";
  }
  if (groups["mysql"] !== undefined && !isOf("mysql") && !isOf("taking")) return "";
  return isPassword(value) ? value : "";
}

function userPassword(value: string, isSure: boolean, guards: boolean): string {
  const password = passwordOfUser(value);
  if (guards && isSure) return password;
  const isSecret = guards ? isGuardedValue : isSure ? isRandomPassword : isRandomValue;
  return isSecret(password) ? password : "";
}

/** A value of `-p` or `-a` of a program that takes a password there; empty for a reference. */
export function passwordArgument(value: string): string {
  return value.length < 4 || isHarmless(value) || /^(?:\$|-)/.test(value) ? "" : value;
}

/** A command's options stand behind its program, also where each has a line of its own. */
const furthest = 600;
const quote = String.raw`\\{0,3}["']`;
/** Between an option and its argument: in a line, in a list, on lines of a list. */
const parted = String.raw`(?:${quote})?(?:=|[ ]{1,4}|,[ ]{0,4}(?:\r?\n[ \t]{0,80})?|[ \t]{0,9}(?:\r?\n|\\n)[ \t]{0,80}(?:[+-][ \t]{1,80}){1,2})`;
const hint = new RegExp(
  [
    String.raw`(?<![\w.-])(?<program>mysql(?:dump|admin|check|import|show|pump|slap|sh|binlog|_upgrade)?|mariadb(?:-[a-z]{3,12})?)(?=["'\x60\s,\]\\])`,
    String.raw`(?<![\w.-])(?<curl>curl)(?=["'\x60\s,\]\\])`,
    String.raw`(?<![\w.-])(?<taking>sshpass|redis-cli)(?=["'\x60\s,\]\\])`,
    String.raw`(?<stop>&&|[;|])`,
    String.raw`(?<![^\s"'\x60,[])(?<user>-[a-z]{0,5}u|(?<long>--(?:user|userpwd|proxy-user|basic-auth)))${parted}(?<userQuote>${quote})?`,
    String.raw`(?<![^\s"'\x60,[])(?<joined>-u)(?=[\w.@%$-]{1,64}:)`,
    String.raw`(?<![^\s"'\x60,[])(?<short>-[pa])${parted}(?<shortQuote>${quote})?`,
    String.raw`(?<=[\s"'\x60,[])(?<mysql>-p)(?=[^\s"'\x60\]\\$-])`,
    String.raw`\bidentified by ["'](?=[^"'\s])`,
  ].join("|"),
  "gi",
);
const plainArgument = /[^\s"'`\\,\]]{1,256}/y;
const quotedArgument = /[^"'`\\\r\n]{1,256}/y;
/** Behind its last sign may be those of a list or a sentence. */
const wholeArgument = /[^\s"'`\\]{0,255}[^\s"'`\\,;)\]}]/y;
const filledLater = /^(?:.?|\*+|<[^>]*>|\$.*|\{\{.*|%[\w.-]+%)$/;

function isPassword(text: string): boolean {
  return text.length >= 5 && !isPlaceholder(text) && !/^\d+(?::\d+)*$/.test(text);
}
