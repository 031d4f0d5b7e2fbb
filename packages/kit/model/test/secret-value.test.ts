import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText, exactLength, minLength, pem, postgresUrl, startsWith, type SecretValue } from "../src/index.ts";

const block = (label: string): string => `-----BEGIN ${label}-----\nMIIB+/==\nMIIC\n-----END ${label}-----\n`;

const cases: [string, SecretValue, string[], string[]][] = [
  ["any text", anyText(), ["a", " a b "], ["", " \n"]],
  ["exactly 5", exactLength(5), ["abcde", "äöüß-", "👍👍👍👍👍"], ["abcd", "abcdef", "ab de", "abcd\n", ""]],
  ["at least 3", minLength(3), ["abc", "abcd"], ["ab", "a b", ""]],
  ["starts with sk-", startsWith("sk-"), ["sk-a", "sk-proj-a"], ["sk-", "xsk-a", "SK-a", "sk-a b", ""]],
  [
    "PostgreSQL",
    postgresUrl(),
    ["postgresql://h/d", "postgres://user:pass@h:5432/d?sslmode=require", "postgresql://user:pass@[::1]/d"],
    ["", "mysql://h/d", "postgresql://h", "postgresql://h/", "postgresql:///d", "h/d", "postgresql://h/d x", "//h/d"],
  ],
  [
    "a certificate",
    pem("CERTIFICATE"),
    [block("CERTIFICATE"), block("CERTIFICATE") + block("CERTIFICATE"), block("CERTIFICATE").replaceAll("\n", "\r\n")],
    ["", "MIIB", block("PRIVATE KEY"), block("CERTIFICATE").replace("END", "EMD"), `x${block("CERTIFICATE")}`],
  ],
  ["a private key", pem("PRIVATE KEY"), [block("PRIVATE KEY"), block("EC PRIVATE KEY")], [block("PUBLIC KEY")]],
];

test.for(cases)("%s", ([, value, right, wrong]) => {
  expect(right.filter((text) => !value.accepts(text))).toEqual([]);
  expect(wrong.filter((text) => value.accepts(text))).toEqual([]);
});

test("what is expected is said in words", () => {
  expect(cases.map(([, { expected }]) => expected)).toEqual([
    "any text",
    "exactly 5 characters without white space",
    "at least 3 characters without white space",
    "a text that starts with sk-, without white space",
    "a postgresql:// or postgres:// URL with a host and a database",
    "PEM, with BEGIN CERTIFICATE",
    "PEM, with BEGIN PRIVATE KEY",
  ]);
});

test("no text makes a rule throw, or take long", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary-ascii", maxLength: 100 }), (text) =>
      cases.forEach(([, { accepts }]) => accepts(text)),
    ),
  );
  expect(pem("CERTIFICATE").accepts(`-----BEGIN CERTIFICATE-----\n${"A\n".repeat(50_000)}`)).toBe(false);
});
