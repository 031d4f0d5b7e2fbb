import type { Secret } from "./secret.ts";
import type { Steps } from "./steps.ts";
import { isPlaceholder, isRandomValue } from "./values.ts";

/**
 * Passwords in arguments whose option does not say it: `-pPASSWORD` of MySQL's programs, `--user NAME:PASSWORD`, and
 * `IDENTIFIED BY` of SQL.
 */
export function findCommands(text: string, steps: Steps): Secret[] {
  const found: Secret[] = [];
  let program = -Infinity;
  hint.lastIndex = 0;
  steps.count += text.length;
  for (let hit = hint.exec(text); hit !== null; hit = hint.exec(text)) {
    const start = hit.index + hit[0].length;
    const { program: isProgram, stop } = hit.groups!;
    if (isProgram !== undefined || stop !== undefined) {
      program = stop === undefined ? hit.index : -Infinity;
      continue;
    }
    const isMysql = hit.groups?.["mysql"] !== undefined;
    if (isMysql && start - program > furthest) continue;
    argument.lastIndex = start;
    const value = argument.exec(text)?.[0] ?? "";
    steps.count += value.length + 1;
    const password = hit.groups?.["user"] === undefined ? value : value.slice(value.indexOf(":") + 1);
    const isSecret =
      hit.groups?.["user"] === undefined ? isPassword(password) : value.includes(":") && isRandomValue(password);
    if (!isSecret) continue;
    found.push({
      kind: "a password",
      at: start + value.length - password.length,
      end: start + value.length,
    });
  }
  return found;
}

/** A command's options stand behind its program, also where each has a line of its own. */
const furthest = 600;
const hint =
  /(?<![\w.-])(?<program>mysql(?:dump|admin|check|import|show|pump|slap|sh|binlog|_upgrade)?|mariadb(?:-[a-z]{3,12})?)(?=["'`\s,\]\\])|(?<stop>&&|[;|])|(?<=[\s"'`,[])(?<mysql>-p)(?=[^\s"'`\]\\$-])|(?<=[\s"'`,[])(?<user>-u[ ]|--(?:user|userpwd|proxy-user|basic-auth)[ =]|--(?:user|userpwd|proxy-user|basic-auth)["'],[ ]["'])|\bidentified by ["'](?=[^"'\s])/gi;
const argument = /[^\s"'`\\,\]]{1,256}/y;

function isPassword(text: string): boolean {
  return text.length >= 5 && !isPlaceholder(text) && !/^\d+(?::\d+)*$/.test(text);
}
