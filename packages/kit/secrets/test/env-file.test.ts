import { parseEnv } from "node:util";
import { secretVariables } from "@kit/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { envFileLines } from "../src/env-file-lines.ts";
import { checkEnvFile, formatEnvFindings } from "../src/index.ts";
import { apiKey, cartSecret, databaseUrl, envFile, sessionKey, webSecret } from "./shop.ts";

const variables = secretVariables([cartSecret, webSecret]);

function said(text: string): string {
  return formatEnvFindings(checkEnvFile(text, variables).findings);
}

test("what is right", () => {
  const { values, findings } = checkEnvFile(envFile, variables);
  expect(findings).toEqual([]);
  expect([...values]).toEqual([
    ["DATABASE_URL", databaseUrl],
    ["SESSION_KEY", sessionKey],
    ["API_KEY", apiKey],
  ]);
});

test("comments, quotes, `export`, Windows line ends and several lines", () => {
  const text = `# a comment\r\n\r\nexport DATABASE_URL="${databaseUrl}" # another\r\nSESSION_KEY='${sessionKey}'\r\n API_KEY = \`${apiKey}\``;
  expect(said(text)).toBe("");
});

test("everything that is wrong, in one run, without a word of the file", () => {
  const text = [
    "# a comment",
    "DATABASE_URL=hunter2",
    "SESION_KEY=hunter2hunter2",
    "-----BEGIN hunter2-----",
    "HUNTER2=",
    "DATABASE_URL=mysql://hunter2@db/shop",
    'SESSION_KEY="hunter2',
    'hunter2"',
    "API_KEY=",
  ].join("\n");
  expect(said(text)).toMatchInlineSnapshot(`
    "  DATABASE_URL, lines 2 and 6, is set more than once, and the last one would count
        for cart-secret, key database-url
      line 3 sets a variable that no Secret has. Did you mean SESSION_KEY?
      line 4 is not a NAME=value: it is lost
      line 5 sets a variable that no Secret has
      DATABASE_URL, line 6, must be a postgresql:// or postgres:// URL with a host and a database
        for cart-secret, key database-url
      SESSION_KEY, line 7, must be exactly 43 characters without white space
        for cart-secret, key session-key; web-secret, key SESSION_KEY, which share it
      API_KEY, line 9, has no value: it must be a text that starts with sk-, without white space
        for web-secret, key API_KEY
    "
  `);
});

test("what is missing", () => {
  expect(said(`API_KEY=${apiKey}\n`)).toMatchInlineSnapshot(`
    "  DATABASE_URL is missing: it must be a postgresql:// or postgres:// URL with a host and a database
        for cart-secret, key database-url
      SESSION_KEY is missing: it must be exactly 43 characters without white space
        for cart-secret, key session-key; web-secret, key SESSION_KEY, which share it
    "
  `);
});

test("what is not required may be missing, but not wrong", () => {
  const required = secretVariables([cartSecret]);
  const without = envFile.replace(/^API_KEY=.*\n/m, "");
  expect(checkEnvFile(without, variables, required).findings).toEqual([]);
  expect(checkEnvFile(`${without}API_KEY=wrong\n`, variables, required).findings).toHaveLength(1);
});

describe("the lines of an env file", () => {
  test("are those that parseEnv reads", () => {
    const piece = fc.constantFrom(...Array.from("AB==\n\n \t\"'`#\rx"), "export ", "\\n");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join("");
        const found = envFileLines(text).assignments.map(({ name }) => nameOf(name));
        const parsed = Object.keys(parseEnv(text)).map(nameOf);
        const named = parsed.filter((name) => name !== "" && !name.startsWith("#"));
        expect(new Set(found)).toEqual(new Set(named));
      }),
      { numRuns: 3000 },
    );
  });

  test("are counted from 1, also below a value of several lines", () => {
    expect(envFileLines('\n\nA="1\n2\n3"\n\nB=2\nc')).toEqual({
      assignments: [
        { name: "A", line: 3 },
        { name: "B", line: 7 },
      ],
      lost: [8],
    });
  });
});

function nameOf(key: string): string {
  return key.replace(/^(export\s+)+/, "").trim();
}
