import fc from "fast-check";

/** Files of any bytes that YAML gives a meaning to: pieces of it in any order, written documents, and those with a fault. */
export function anyFile(): fc.Arbitrary<Uint8Array> {
  const text = fc.oneof(
    { weight: 4, arbitrary: soup },
    { weight: 3, arbitrary: written },
    { weight: 4, arbitrary: mutated },
  );
  const file = text.map((one) => new TextEncoder().encode(one));
  return fc.oneof(
    { weight: 15, arbitrary: file },
    { weight: 1, arbitrary: fc.tuple(file, fc.nat(), rawByte).map(withByte) },
  );
}

/** What in UTF-8 stands for nothing, or begins something else. */
const rawByte = fc.constantFrom(0x80, 0xc0, 0xe9, 0xed, 0xf0, 0xff);

function withByte([file, place, byte]: [Uint8Array, number, number]): Uint8Array {
  return file.length === 0 ? file : file.with(place % file.length, byte);
}

/** Files in the style that kustomize prints, or nearly. */
export function printedFile(): fc.Arbitrary<Uint8Array> {
  return printed.map((lines) => new TextEncoder().encode(`${lines.join("\n")}\n`));
}

const words = [
  "a",
  "b",
  "c d",
  "12",
  "-3",
  "+4",
  "0x1F",
  "0o17",
  "0755",
  "0b11",
  "09",
  "1_000",
  "1e3",
  "12e4567",
  ".5",
  "1.",
  "-.inf",
  ".nan",
  "yes",
  "No",
  "on",
  "y",
  "true",
  "False",
  "~",
  "null",
  "",
  "2001-01-01",
  "2001-1-1 1:2:3",
  "2001-12-14t21:59:43.10-05:00",
  "1:20",
  "0x1234567890abcdef1234567890abcdef",
  "9223372036854775808",
  "18446744073709551616",
  "9007199254740993",
  "0b-1",
  "0o-7",
  "=",
  "<<",
  "a:b",
  "a#b",
  "é",
  "😀",
  "-a",
  "?a",
  ":a",
  "a,b",
  "//x?y=1",
  "1.10",
  "-0",
  "0.0",
  "1e400",
  ".5_0",
  "!",
  "%a",
  "a%",
];

const indicators = [
  "- ",
  "-",
  "? ",
  "?",
  ": ",
  ":",
  "[",
  "]",
  "{",
  "}",
  ",",
  ", ",
  "# c",
  " # c",
  "#",
  "&x ",
  "&y ",
  "*x",
  "*y",
  "*x ",
  "!!str ",
  "!!int ",
  "!!float ",
  "!!bool ",
  "!!null ",
  "!!binary ",
  "!!map ",
  "!!seq ",
  "!!timestamp ",
  "!t ",
  "! ",
  "!e!x ",
  "!<!x> ",
  "'",
  '"',
  "|",
  ">",
  "|-",
  "|+",
  ">-",
  "|2",
  ">1",
  "|2-",
  "|0",
  "---",
  "...",
  "--- ",
  "<<: ",
  "<<: *x",
  "@",
  "`",
  "%",
  "\\",
  "''",
  "\\n",
  "\\x41",
  "\\u00e9",
  "\\\n",
  "'a'",
  '"b"',
  "'a': ",
  '"b": ',
  "a: ",
  "b: ",
  "k: v",
  "[a, b]",
  "{a: b}",
  "{}",
  "[]",
  "aGVsbG8=",
];

const spaces = [
  " ",
  "  ",
  "\t",
  "\n",
  "\n",
  "\n",
  "\n ",
  "\n  ",
  "\n  ",
  "\n    ",
  "\n\n",
  "\n\t",
  "\r\n",
  "\r",
  "\n# c\n",
  "\n  # c\n",
  "\n---\n",
  "\n--- # c\n",
  "\n...\n",
];
const rare = [
  "\u0085",
  "\u2028",
  "\u2029",
  "\uFEFF",
  "\0",
  "\u0007",
  "\u007F",
  "\uFFFF",
  "%YAML 1.1\n---\n",
  "%TAG !e! tag:e,1:\n---\n",
  "%YAML 1.2\n---\n",
  '{"a": 1}',
  "\n--- x\n",
];

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  { weight: 8, arbitrary: fc.constantFrom(...indicators) },
  { weight: 8, arbitrary: fc.constantFrom(...spaces) },
  { weight: 1, arbitrary: fc.constantFrom(...rare) },
);

const soup = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));

type Value = string | readonly Value[] | { readonly fields: readonly (readonly [string, Value])[] };

const { value, map } = fc.letrec<{ value: Value; list: Value; map: Value }>((tie) => ({
  value: fc.oneof({ depthSize: "small", maxDepth: 5 }, fc.constantFrom(...words), tie("list"), tie("map")),
  list: fc.array(tie("value"), { maxLength: 4 }),
  map: fc
    .array(fc.tuple(fc.constantFrom("a", "b", "kind", "x-y", "8080", "k l", "yes", "é", "<<"), tie("value")), {
      maxLength: 4,
    })
    .map((fields) => ({ fields })),
}));

const written = fc
  .tuple(
    fc.array(fc.oneof({ weight: 4, arbitrary: map }, { weight: 1, arbitrary: value }), { minLength: 1, maxLength: 3 }),
    fc.integer(),
  )
  .map(([values, seed]) => {
    const writer = new Writer(seed);
    return values.map((one) => writer.write(one)).join("\n---\n");
  });

/** Writes values, each part in a style of its own. */
class Writer {
  #state: number;
  #anchors = 0;

  constructor(seed: number) {
    this.#state = seed;
  }

  write(one: Value): string {
    return `${this.#pick(["", "", "", "# c\n", "--- \n", "\n"])}${this.#block(one, 0).trimStart()}${this.#pick(["\n", "\n", "", "\n# c\n", "\n...\n"])}`;
  }

  /** From 0 to 1. */
  #next(): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) | 0;
    return ((this.#state >>> 8) & 0xff_ff) / 0x1_00_00;
  }

  #pick<One>(from: readonly One[]): One {
    return from[Math.floor(this.#next() * from.length)]!;
  }

  /** Begins behind a key or a dash: on the same line, or on the next. */
  #block(one: Value, depth: number): string {
    const properties = this.#properties();
    if (typeof one === "string") return ` ${properties}${this.#scalar(one, depth)}${this.#comment()}`;
    if (this.#next() < 0.25) return ` ${properties}${this.#flow(one)}${this.#comment()}`;
    const lines = "fields" in one ? this.#mapLines(one.fields, depth) : this.#listLines(one, depth);
    if (lines.length === 0) return ` ${properties}${"fields" in one ? "{}" : "[]"}`;
    const indent = " ".repeat(depth);
    return `${properties === "" ? "" : ` ${properties}`}${this.#comment()}\n${lines.map((line) => indent + line).join("\n")}`;
  }

  #mapLines(entries: readonly (readonly [string, Value])[], depth: number): string[] {
    return entries.map(([key, entry]) => {
      const step = typeof entry !== "string" && !("fields" in entry) && this.#next() < 0.5 ? 0 : 2;
      const written = this.#pick([key, key, key, `"${key}"`, `'${key}'`, `? ${key}\n${" ".repeat(depth)}`]);
      return `${this.#pick(["", "", "", "", `# c\n${" ".repeat(depth)}`])}${written}:${this.#block(entry, depth + step)}`;
    });
  }

  #listLines(entries: readonly Value[], depth: number): string[] {
    return entries.map((entry) => {
      const rest = this.#block(entry, depth + 2);
      // A collection may begin behind the dash.
      const isBelow = /^\n +/.test(rest) && this.#next() < 0.7;
      return `-${isBelow ? ` ${rest.trimStart()}` : rest}`;
    });
  }

  #flow(one: Value): string {
    const gap = (): string => this.#pick(["", "", " ", "\n  ", "\t"]);
    if (typeof one === "string") return this.#quoted(one);
    if (!("fields" in one))
      return `[${one.map((entry) => gap() + this.#flow(entry) + gap()).join(",")}${this.#pick(["", "", ","])}]`;
    const entries = one.fields.map(
      ([key, entry]) =>
        `${gap()}${this.#pick([key, `"${key}"`])}:${this.#pick([" ", " ", ""])}${this.#flow(entry)}${gap()}`,
    );
    return `{${entries.join(",")}}`;
  }

  #scalar(text: string, depth: number): string {
    if (this.#next() < 0.15) {
      const indent = " ".repeat(depth + this.#pick([1, 2, 2, 4]));
      const lines = this.#pick([
        [text],
        [text, text],
        [text, "", text],
        ["", text],
        [text, `  ${text}`, text],
        [text, ""],
      ]);
      return `${this.#pick(["|", "|-", "|+", ">", ">-", ">+", "|2"])}\n${lines.map((line) => (line === "" ? "" : indent + line)).join("\n")}`;
    }
    return this.#quoted(text);
  }

  #quoted(text: string): string {
    return this.#pick([
      text,
      text,
      text,
      `'${text.replaceAll("'", "''")}'`,
      JSON.stringify(text),
      `${text}\n   ${text}`,
    ]);
  }

  #properties(): string {
    const tag = this.#pick(["", "", "", "", "", "", "", "", "!!str ", "!t ", "! "]);
    const anchor = this.#next() < 0.05 ? `&x${this.#anchors++} ` : "";
    return anchor + tag;
  }

  #comment(): string {
    return this.#pick(["", "", "", "", "", " # c", "\t# c", "# c"]);
  }
}

/** A written document in which something is put in, taken out or doubled. */
const mutated = fc
  .tuple(
    written,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom("in", "out", "twice"), piece), { minLength: 1, maxLength: 3 }),
  )
  .map(([text, edits]) =>
    edits.reduce((before, [place, edit, inserted]) => {
      const at = before.length === 0 ? 0 : place % before.length;
      if (edit === "in") return before.slice(0, at) + inserted + before.slice(at);
      return edit === "out" ? before.slice(0, at) + before.slice(at + 1) : before.slice(0, at + 3) + before.slice(at);
    }, text),
  );

const printedScalar = fc.constantFrom(
  "a",
  "b c",
  "12",
  "-3",
  "1.5",
  "true",
  "yes",
  "~",
  '"12"',
  '"a b"',
  "'it''s'",
  '""',
  "{}",
  "[]",
  "a:b",
  "a#b",
  "--x=1",
  "-v",
  "$(A)",
  "500m",
  "10.0.0.1/8",
  "é",
  "0x1F",
  "0755",
  "1e3",
  "<a>",
  "/a",
);

const { lines: printed } = fc.letrec<{ lines: string[]; map: string[]; list: string[]; value: string[] }>((tie) => ({
  lines: tie("map"),
  value: fc.oneof(
    { depthSize: "small", maxDepth: 4 },
    printedScalar.map((scalar) => [` ${scalar}`]),
    fc
      .tuple(
        fc.constantFrom(" |", " |-", " |+"),
        fc.array(fc.constantFrom("  x", "    y: z", "", "  - #a"), { maxLength: 3 }),
      )
      .map(([header, rest]) => [header, "  x", ...rest]),
    tie("map").map((lines) => ["", ...lines.map((line) => `  ${line}`)]),
    tie("list").map((lines) => ["", ...lines]),
  ),
  map: fc
    .uniqueArray(fc.constantFrom("a", "b", "apiVersion", "x-y", "n0", "a.b/c"), { minLength: 1, maxLength: 4 })
    .chain((keys) =>
      fc.tuple(...keys.map((key) => tie("value").map(([first, ...rest]) => [`${key}:${first}`, ...rest]))),
    )
    .map((entries) => entries.flat()),
  list: fc
    .array(
      fc.oneof(
        tie("map"),
        printedScalar.map((scalar) => [scalar]),
        tie("list"),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((entries) =>
      entries.flatMap(([first, ...rest]) => [`- ${first}`, ...rest.map((line) => (line === "" ? "" : `  ${line}`))]),
    ),
}));
