import { CelError, tokensOf, type CelToken } from "./tokens.ts";

/** An expression in CEL. `at` is where it says what it is, from 1. */
export type Cel = { readonly at: number } & (
  | {
      readonly is: "literal";
      readonly type: "int" | "uint" | "double" | "string" | "bytes" | "bool" | "null";
      readonly text: string;
    }
  | { readonly is: "name"; readonly name: string }
  | { readonly is: "field"; readonly of: Cel; readonly name: string; readonly optional: boolean }
  | { readonly is: "entry"; readonly of: Cel; readonly key: Cel; readonly optional: boolean }
  | { readonly is: "call"; readonly of: Cel | undefined; readonly name: string; readonly args: readonly Cel[] }
  | { readonly is: "list"; readonly items: readonly Cel[] }
  | { readonly is: "map"; readonly entries: readonly (readonly [Cel, Cel])[] }
  | { readonly is: "message"; readonly name: string; readonly values: readonly Cel[] }
  | { readonly is: "unary"; readonly sign: "!" | "-"; readonly of: Cel }
  | { readonly is: "binary"; readonly sign: string; readonly left: Cel; readonly right: Cel }
  | { readonly is: "condition"; readonly test: Cel; readonly yes: Cel; readonly no: Cel }
);

const reserved = new Set(
  "as break const continue else for function if import let loop package namespace return var void while".split(" "),
);
const words = new Set(["true", "false", "null", "in"]);
/** From those that bind least. */
const levels: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["<", "<=", ">", ">=", "==", "!=", "in"],
  ["+", "-"],
  ["*", "/", "%"],
];
/** Longer ones are not parsed: nobody writes them, and each part may be one level. */
const most = 2000;
/** The server stops at 250 as well. */
const deepest = 250;

/** Whether a text can be the name of a variable. */
export function isCelName(text: string): boolean {
  return /^[_a-zA-Z][_a-zA-Z0-9]*$/.test(text) && !reserved.has(text) && !words.has(text);
}

/**
 * Parses an expression, by the grammar of cel-go/parser; undefined where it is too long.
 *
 * @throws CelError where it is not CEL.
 */
export function parseCel(source: string): Cel | undefined {
  const tokens = tokensOf(source);
  if (tokens.length > most) return undefined;
  const parser = new Parser(tokens);
  const parsed = parser.expression();
  parser.expectEnd();
  return parsed;
}

class Parser {
  readonly #tokens: readonly CelToken[];
  #index = 0;
  #depth = 0;

  constructor(tokens: readonly CelToken[]) {
    this.#tokens = tokens;
  }

  get #next(): CelToken {
    return this.#tokens[this.#index]!;
  }

  expectEnd(): void {
    if (this.#next.type !== "end") throw this.#unexpected();
  }

  expression(): Cel {
    if (++this.#depth > deepest) throw new CelError("is nested too deeply", this.#next.at);
    const test = this.#binary(0);
    const { at } = this.#next;
    let parsed = test;
    if (this.#take("?")) {
      const yes = this.#binary(0);
      this.#expect(":");
      parsed = { is: "condition", at, test, yes, no: this.expression() };
    }
    this.#depth--;
    return parsed;
  }

  #binary(level: number): Cel {
    const signs = levels[level];
    if (signs === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      const { at, text, type } = this.#next;
      if ((type !== "sign" && type !== "name") || !signs.includes(text)) return left;
      this.#index++;
      left = { is: "binary", at, sign: text, left, right: this.#binary(level + 1) };
    }
  }

  #unary(): Cel {
    const { at } = this.#next;
    const sign = (["!", "-"] as const).find((one) => this.#take(one));
    if (sign === undefined) return this.#member();
    while (this.#take(sign));
    return { is: "unary", at, sign, of: this.#member() };
  }

  #member(): Cel {
    let member = this.#primary();
    for (;;) {
      const { at } = this.#next;
      if (this.#take(".")) {
        const optional = this.#take("?");
        const { text: name } = this.#name("a field");
        if (!optional && this.#take("(")) member = { is: "call", at, of: member, name, args: this.#list(")") };
        else member = { is: "field", at, of: member, name, optional };
      } else if (this.#take("[")) {
        const optional = this.#take("?");
        const key = this.expression();
        this.#expect("]");
        member = { is: "entry", at, of: member, key, optional };
      } else if (this.#next.text === "{" && this.#next.type === "sign" && nameOf(member) !== undefined) {
        this.#index++;
        member = { is: "message", at, name: nameOf(member)!, values: this.#fields() };
      } else return member;
    }
  }

  #primary(): Cel {
    const { type, text, at } = this.#next;
    if (type === "name" && words.has(text) && text !== "in") {
      this.#index++;
      return { is: "literal", at, type: text === "null" ? "null" : "bool", text };
    }
    if (type === "name" || (type === "sign" && text === ".")) {
      this.#take(".");
      const { text: name, at: place } = this.#name("a name");
      if (reserved.has(name)) throw new CelError(`has the word ${name}, which is reserved`, place);
      if (this.#take("(")) return { is: "call", at: place, of: undefined, name, args: this.#list(")") };
      return { is: "name", at: place, name };
    }
    if (type !== "sign" && type !== "end") {
      this.#index++;
      return { is: "literal", at, type, text };
    }
    if (this.#take("(")) {
      const inner = this.expression();
      this.#expect(")");
      return inner;
    }
    if (this.#take("[")) return { is: "list", at, items: this.#list("]", true) };
    if (this.#take("{")) return { is: "map", at, entries: this.#entries() };
    throw this.#unexpected();
  }

  /** @param open Whether items may be optional, and a comma stand at the end. */
  #list(end: ")" | "]", open = false): Cel[] {
    const items: Cel[] = [];
    while (!this.#take(end)) {
      if (items.length > 0) this.#expect(",");
      if (open && items.length > 0 && this.#take(end)) break;
      if (open) this.#take("?");
      items.push(this.expression());
    }
    return items;
  }

  #entries(): (readonly [Cel, Cel])[] {
    const entries: (readonly [Cel, Cel])[] = [];
    while (!this.#take("}")) {
      if (entries.length > 0) this.#expect(",");
      if (entries.length > 0 && this.#take("}")) break;
      this.#take("?");
      const key = this.expression();
      this.#expect(":");
      entries.push([key, this.expression()]);
    }
    return entries;
  }

  #fields(): Cel[] {
    const values: Cel[] = [];
    while (!this.#take("}")) {
      if (values.length > 0) this.#expect(",");
      if (values.length > 0 && this.#take("}")) break;
      this.#take("?");
      this.#name("a field");
      this.#expect(":");
      values.push(this.expression());
    }
    return values;
  }

  #name(what: string): CelToken {
    const token = this.#next;
    if (token.type !== "name" || words.has(token.text)) throw this.#unexpected(what);
    this.#index++;
    return token;
  }

  #take(sign: string): boolean {
    const { type, text } = this.#next;
    if (type !== "sign" || text !== sign) return false;
    this.#index++;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) throw this.#unexpected(sign);
  }

  #unexpected(wanted?: string): CelError {
    const { type, text, at } = this.#next;
    const what = type === "end" ? "ends too early" : `has ${JSON.stringify(text)} there`;
    return new CelError(wanted === undefined ? what : `${what}, where ${wanted} is missing`, at);
  }
}

function nameOf(member: Cel): string | undefined {
  if (member.is === "name") return member.name;
  if (member.is !== "field" || member.optional) return undefined;
  const of = nameOf(member.of);
  return of === undefined ? undefined : `${of}.${member.name}`;
}
