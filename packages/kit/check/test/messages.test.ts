import { madeSecrets } from "@kit/testing";
import { expect, test } from "vitest";
import { anyObjectCheck } from "../src/define-check.ts";
import { judge } from "./judge.ts";

const randomKey = madeSecrets(31)
  .find(({ kind }) => kind === "a random key")!
  .value.toLowerCase()
  .replaceAll(/[^a-z]/g, "");

const quoting = anyObjectCheck({
  id: "quoting",
  group: "secrets",
  severity: "error",
  title: "quotes what it reads",
  run: ({ raw }, report) => {
    const { data } = raw as { data: Record<string, string> };
    const values = Object.values(data);
    report({
      message: `the value ${values.join(" and ")} is wrong`,
      fix: `write ${JSON.stringify(values[0])} otherwise`,
    });
  },
});

test("a finding quotes no secret of its object, although it does not say its name", () => {
  const manifest = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { DB_PASS: ${randomKey}, PORT: eighty }\n`;
  expect(judge(quoting, manifest)).toEqual([
    'error ConfigMap default/a: the value *** and eighty is wrong; write "***" otherwise',
  ]);
});
