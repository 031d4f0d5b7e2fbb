/**
 * Why a regular expression is not one of Go's, which have no look-around and no references back. Only what is certain: what
 * is not said here may be wrong as well. regexp/syntax.
 */
export function goPatternProblem(pattern: string): string | undefined {
  let depth = 0;
  /** Whether something stands before that can be repeated, and whether that is a repetition already. */
  let before: "nothing" | "something" | "repetition" = "nothing";
  for (let index = 0; index < pattern.length;) {
    const rest = pattern.slice(index);
    const repeat = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})/.exec(rest);
    if (repeat !== null) {
      const problem = repeatProblem(repeat, before);
      if (problem !== undefined) return problem;
      before = "repetition";
      // A question mark after a repetition makes it lazy.
      index += repeat[0].length + (rest[repeat[0].length] === "?" ? 1 : 0);
      continue;
    }
    const [length, problem] = rest.startsWith("[")
      ? classOf(rest)
      : rest.startsWith("\\")
        ? escapeOf(rest)
        : [1, undefined];
    if (problem !== undefined) return problem;
    if (rest.startsWith("(")) {
      const opened = /^\((?:\?(?:[imsU]*(?:-[imsU]+)?[:)]|P?<[A-Za-z0-9_]+>))?/.exec(rest)![0];
      if (opened === "(" && rest.startsWith("(?")) return "has a group that Go does not know, such as (?= or (?<=";
      if (!opened.endsWith(")")) depth++;
      before = "nothing";
      index += opened.length;
      continue;
    }
    if (rest.startsWith(")")) depth--;
    if (depth < 0) return "has a closing bracket too many";
    before = rest.startsWith("|") ? "nothing" : "something";
    index += length;
  }
  return depth > 0 ? "has an opening bracket that is not closed" : undefined;
}

function repeatProblem(
  [text, from = "", comma, to = ""]: RegExpExecArray,
  before: "nothing" | "something" | "repetition",
): string | undefined {
  if (before === "nothing") return `repeats nothing with ${text}`;
  if (before === "repetition") return `repeats a repetition with ${text}`;
  if (from === "") return undefined;
  const most = to === "" ? Number(from) : Number(to);
  if (Math.max(Number(from), most) > 1000) return `repeats more than 1000 times with ${text}`;
  return comma !== undefined && most < Number(from) ? `has ${text}, which ends before it begins` : undefined;
}

type Part = readonly [length: number, problem: string | undefined];

function escapeOf(text: string): Part {
  const known =
    /^\\(?:[pP](?:[A-Za-z]|\{\^?[A-Za-z_]+\})|x(?:[0-9a-fA-F]{2}|\{[0-9a-fA-F]+\})|[0-7]{2,3}|0|Q|C|E)/.exec(text);
  if (known !== null) return [known[0].length, undefined];
  const [, character = ""] = /^\\([^]?)/u.exec(text)!;
  if (character === "") return [1, "ends in a backslash"];
  if (/[1-9]/.test(character)) return [2, `refers back with \\${character}`];
  if (!/[A-Za-z0-9]/.test(character) || "AbBdDsSwWzafnrtv".includes(character))
    return [1 + character.length, undefined];
  return [2, `has the escape \\${character}, which Go does not know`];
}

function classOf(text: string): Part {
  let index = text.startsWith("[^") ? 2 : 1;
  let last: string | undefined;
  for (let isFirst = true; index < text.length; isFirst = false) {
    const rest = text.slice(index);
    if (rest.startsWith("]") && !isFirst) return [index + 1, undefined];
    const named = /^\[:(\^?[a-z]+):\]/.exec(rest);
    if (named !== null) {
      index += named[0].length;
      last = undefined;
      continue;
    }
    const [length, problem] = rest.startsWith("\\") ? escapeOf(rest) : [Array.from(rest)[0]!.length, undefined];
    if (problem !== undefined) return [index, problem];
    const one = rest.slice(0, length);
    const range = /^-(\\?.)/u.exec(rest);
    if (range !== null && last !== undefined && range[1] !== "]" && !range[1]!.startsWith("\\")) {
      if (last.length === 1 && range[1]!.length === 1 && last > range[1]!) {
        return [index, `has the range ${last}${range[0]}, which ends before it begins`];
      }
      index += range[0].length;
      last = undefined;
      continue;
    }
    last = one.startsWith("\\") ? undefined : one;
    index += length;
  }
  return [index, "has a class that is not closed"];
}
