/** Where an env file assigns a variable. */
export interface EnvAssignment {
  readonly name: string;
  /** From 1. */
  readonly line: number;
}

/** What the lines of an env file are. */
export interface EnvFileLines {
  readonly assignments: readonly EnvAssignment[];
  /** Lines that are neither an assignment nor a comment, and are passed over; from 1. */
  readonly lost: readonly number[];
}

/**
 * Finds the assignments of an env file as `parseEnv` of node:util reads it, which does not say where they are: a value
 * in quotes may go over several lines, and a quote that nothing closes is a character like others.
 */
export function envFileLines(text: string): EnvFileLines {
  const content = text.replaceAll("\r", "");
  const assignments: EnvAssignment[] = [];
  const lost: number[] = [];
  let at = skipSpace(content, 0);
  while (at < content.length) {
    const end = lineEnd(content, at);
    const equals = content.indexOf("=", at);
    if (content[at] === "#" || content[at] === "\n") {
      at = end + 1;
      continue;
    }
    const line = lineAt(content, at);
    const isAssignment = equals !== -1 && equals < end;
    const name = isAssignment
      ? content
          .slice(at, equals)
          .trim()
          .replace(/^(export\s+)+/, "")
      : "";
    if (name === "") lost.push(line);
    // An indented comment below another one is an assignment to parseEnv, of a name that nobody asks for.
    else if (!name.startsWith("#")) assignments.push({ name, line });
    // Without a name, parseEnv goes on behind the sign.
    const next = name === "" ? equals + 1 : valueEnd(content, equals + 1);
    at = skipSpace(content, isAssignment ? next : end);
  }
  return { assignments, lost };
}

/** Where the value that begins here ends: at a line's end, for a value in quotes the one after the closing quote. */
function valueEnd(content: string, from: number): number {
  if (content[from] === "\n") return from;
  const start = skipSpace(content, from);
  const quote = content[start] ?? "";
  const closing = ['"', "'", "`"].includes(quote) ? content.indexOf(quote, start + 1) : -1;
  return lineEnd(content, closing === -1 ? start : closing);
}

function skipSpace(content: string, from: number): number {
  let at = from;
  while (at < content.length && " \t\n".includes(content[at]!)) at++;
  return at;
}

function lineEnd(content: string, from: number): number {
  const end = content.indexOf("\n", from);
  return end === -1 ? content.length : end;
}

function lineAt(content: string, at: number): number {
  return content.slice(0, at).split("\n").length;
}
