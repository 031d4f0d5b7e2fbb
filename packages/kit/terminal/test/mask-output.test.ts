import { madeSecrets } from "@kit/testing";
import { expect, test } from "vitest";
import { maskedText } from "../src/mask-output.ts";

const [token, key] = ["a GitHub token", "a private key"].map((kind) =>
  madeSecrets(5).find((one) => one.kind === kind)!,
);

test("a text in pieces is masked as a whole, wherever it is cut", () => {
  const text = `a\n${token!.value} b\n${key!.value}\nc ${token!.value}`;
  for (let first = 0; first <= text.length; first++) {
    const masked = maskedText();
    const pieces = [text.slice(0, first), text.slice(first, first + 7), text.slice(first + 7)];
    expect(pieces.map((piece) => masked.take(piece)).join("") + masked.end()).toBe(
      "a\nghp_*** b\n-----BEGIN PRIVATE KEY-----***-----END PRIVATE KEY-----\nc ghp_***",
    );
  }
});

test("a whole line does not wait, and the rest comes at the end, once", () => {
  const masked = maskedText();
  expect([masked.take("a\nb"), masked.take("c\n"), masked.take("d"), masked.end(), masked.end()]).toEqual([
    "a\n",
    "bc\n",
    "",
    "d",
    "",
  ]);
});

test("a key that does not end is waited for as long as one can be", () => {
  const masked = maskedText();
  const begin = key!.value.split("\n")[0]!;
  const line = `${"a ".repeat(500)}\n`;
  const printed = [`see ${begin}\n`, ...Array.from({ length: 30 }, () => line)].map((piece) => masked.take(piece));
  expect(printed.slice(0, 20).join("")).toBe("see ");
  expect(printed.slice(20, 22).join("")).toContain(line);
  expect(printed.at(-1)).toBe(line);
});
