import fc from "fast-check";
import type { Json, JsonObject } from "@kit/kube";

/** Strings that one or the other YAML reader takes for something else. */
const nasty = [
  [
    "",
    " ",
    "~",
    "null",
    "Null",
    "true",
    "True",
    "yes",
    "YES",
    "No",
    "on",
    "Off",
    "y",
    "N",
    "nan",
    ".nan",
    ".inf",
    "-.Inf",
  ],
  ["1_000", "0755", "0o7", "0x1F", "0b1", "12:30:45", "190:20:30", "1e3", "1E3", "e3", "1.", ".5", "+1", "-0", "1__0"],
  [
    "2001-01-01",
    "2001-12-14t21:59:43.10-05:00",
    "=",
    "-",
    "- a",
    "? a",
    ": a",
    "a: b",
    "a:",
    "a #b",
    "#",
    "%a",
    "@a",
    "`a",
  ],
  [
    "&a",
    "*a",
    "!a",
    "!!str 1",
    "|",
    ">",
    "|-",
    "{a",
    "[a",
    "}",
    "]",
    ",",
    "'",
    '"',
    "\\",
    "---",
    "...",
    "--- a",
    "a\n---\nb",
  ],
  [
    " lead",
    "trail ",
    "\ttab",
    "a\tb",
    "a\nb",
    "a\n",
    "\n",
    "\n\n",
    "a\n\n",
    "a\n\nb\n",
    " a\nb",
    "a\n b",
    "a \nb",
    "a\n  ",
    "\na",
    "\ta\nb",
    "\t\n",
    "\n\ta\nb",
    " \ta\nb",
  ],
  [
    "a\r\nb",
    "a\rb",
    "\u0000",
    "\u007F",
    "\u00A0",
    "\u2028",
    "\u2029",
    "\uFEFF",
    "\uFFFD",
    "\uFFFE",
    "é",
    "😀",
    "a\u2028b\nc",
  ],
  ["x".repeat(300), `${"word ".repeat(60)}end`, "k".repeat(900), "$(VAR)", "${VAR}", "{{ .Values }}", "constructor"],
].flat();

export const text: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
);
const number = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, 0.1, 1e21, 1.5e300, 1e-7, 5e-324, 2 ** 53, 2 ** 63, 123_456_789_012_345_680_000),
);

const { object, value } = fc.letrec<{ value: Json; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    text,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    tie("object"),
  ),
  object: fc.dictionary(text, tie("value"), { maxKeys: 5, noNullPrototype: true }),
}));

/** Any object of strings, numbers, booleans, nulls, lists and maps. */
export const jsonObject: fc.Arbitrary<JsonObject> = object;

/** Any such value. */
export const jsonValue: fc.Arbitrary<Json> = value;
