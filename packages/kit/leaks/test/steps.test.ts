import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { findSecrets, maskSecrets, Steps } from "../src/index.ts";

/** Each is a text that a pattern could try again and again, or a value that is very long. */
const hostile: Record<string, string> = {
  "the same letter": "a",
  "the same capital": "A",
  spaces: " ",
  "line ends": "\n",
  quotes: '"',
  "quotes with a backslash": '\\"',
  backslashes: "\\",
  "Markdown's escapes": "\\_a",
  "signs of assignment": "a=",
  "names in a row": "secret=",
  "names and quotes": 'secret="',
  "names and quotes with a backslash": 'password="\\"password=\\"',
  "names and arguments": "--password ",
  "short names": "pw ",
  "names in lists": 'tokens: ["a", ',
  entries: "name: token\n",
  "entries, their value first": "value: name: key ",
  "beginnings of addresses": "a://b:",
  "ends of addresses": "a:b@",
  "at signs": "@",
  "beginnings of tokens": "eyJ",
  "beginnings of tokens with dashes": "-eyJ",
  "prefixes of keys": " sk-",
  "prefixes of other keys": " SG.a ",
  "lines of MySQL": "mysql -px ",
  "options of MySQL": ` -p${"a".repeat(8)}`,
  "lines of curl": "curl -u a:b ",
  "options with a user": "-u a:b ",
  "options with a quoted user": '-u "',
  "short options": "-p a ",
  "folded addresses": "a://b:c ",
  "three quotes": "'''",
  "names and three quotes": "password='''",
  "beginnings of armor": "-----BEGIN ",
  "beginnings of private keys": "-----BEGIN PRIVATE KEY-----",
  "cut private keys": `-----BEGIN PRIVATE KEY-----\n${"A".repeat(20)}\n`,
  "beginnings of ciphertext": "ENC[AES256_GCM,data:",
  digests: "sha256:",
  slashes: "a/",
  "dots and dashes": "a.b-c_",
  "lines of YAML": "a: b\nkey: c\n",
  "what Markdown parts": "&#8288;a",
};

const size = 20_000;
// Of what is read again by design: windows, a value's beginning, a text without its escapes.
const most = 300;

describe("the work is in proportion to the text", () => {
  test.for(Object.entries(hostile))("%s", ([, part]) => {
    expect(growth((length) => part.repeat(length / part.length))).toEqual({ isLinear: true, isBounded: true });
  });

  test.for([
    ["base64", (length: number) => randomBytes(length).toString("base64").slice(0, length)],
    ["hexadecimal digits", (length: number) => randomBytes(length).toString("hex").slice(0, length)],
    [
      "base64 of a text",
      (length: number) => Buffer.from("a password of words ".repeat(length)).toString("base64").slice(0, length),
    ],
    [
      "a long value under a name",
      (length: number) => `PASSWORD: ${randomBytes(length).toString("base64")}`.slice(0, length),
    ],
    [
      "one line of JSON",
      (length: number) =>
        JSON.stringify(Array.from({ length: length / 30 }, () => ({ name: "a", token: "b" }))).slice(0, length),
    ],
  ] as const)("%s", ([, make]) => {
    expect(growth(make)).toEqual({ isLinear: true, isBounded: true });
  });
});

/** How the steps grow where the text does, tenfold. */
function growth(make: (length: number) => string): { isLinear: boolean; isBounded: boolean } {
  const [small, large] = [make(size), make(10 * size)].map((text) => {
    const steps = new Steps();
    findSecrets(text, { steps });
    maskSecrets(text, steps);
    return steps.count / text.length;
  });
  return { isLinear: large! < 1.2 * small! + 5, isBounded: large! < 2 * most };
}
