/** A part of an expression in CEL. */
export interface CelToken {
  readonly type: "name" | "int" | "uint" | "double" | "string" | "bytes" | "sign" | "end";
  readonly text: string;
  /** Where it begins, from 1. */
  readonly at: number;
}

/** Why an expression is not CEL, and where. */
export class CelError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

// cel-go/parser/gen/CEL.g4
const blank = /(?:[\t\n\f\r ]|\/\/[^\n]*)*/y;
const name = /[_a-zA-Z][_a-zA-Z0-9]*/y;
const double = /(?:\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?)/y;
const int = /(?:0x[0-9a-fA-F]+|\d+)/y;
const sign = /==|!=|<=|>=|&&|\|\||[<>[\]{}().,\-!?:+*/%]/y;
const escape = String.raw`\\(?:[abfnrtv"'\x60?\\]|[xX][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-3][0-7]{2})`;
const text = new RegExp(
  [
    `[rR]"""[^]*?"""`,
    `[rR]'''[^]*?'''`,
    `[rR]"[^"\\n\\r]*"`,
    `[rR]'[^'\\n\\r]*'`,
    `"""(?:${escape}|[^\\\\])*?"""`,
    `'''(?:${escape}|[^\\\\])*?'''`,
    `"(?:${escape}|[^\\\\"\\n\\r])*"`,
    `'(?:${escape}|[^\\\\'\\n\\r])*'`,
  ].join("|"),
  "y",
);

/**
 * The parts of an expression, and an end.
 *
 * @throws CelError at what is not a part.
 */
export function tokensOf(source: string): CelToken[] {
  const tokens: CelToken[] = [];
  let index = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = index;
    return pattern.exec(source)?.[0];
  };
  for (;;) {
    index += take(blank)!.length;
    const at = index + 1;
    if (index >= source.length) return [...tokens, { type: "end", text: "", at }];
    const isBytes = /^[bB](?:[rR]?["'])/.test(source.slice(index, index + 3));
    if (isBytes) index++;
    const found = tokenAt(take, isBytes);
    if (found === undefined)
      throw new CelError(`does not go on with ${JSON.stringify(source.slice(at - 1, at + 9))}`, at);
    index += found.text.length;
    if (found.type === "int" && /^[uU]/.test(source.slice(index))) {
      index++;
      tokens.push({ ...found, type: "uint", at });
    } else tokens.push({ ...found, at });
  }
}

function tokenAt(take: (pattern: RegExp) => string | undefined, isBytes: boolean): Omit<CelToken, "at"> | undefined {
  const string = take(text);
  if (string !== undefined) return { type: isBytes ? "bytes" : "string", text: string };
  const patterns = { name, double, int, sign } as const;
  for (const [type, pattern] of Object.entries(patterns)) {
    const found = take(pattern);
    if (found !== undefined) return { type: type as keyof typeof patterns, text: found };
  }
  return undefined;
}
