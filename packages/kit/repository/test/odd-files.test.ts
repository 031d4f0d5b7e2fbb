import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  formatCompact,
  formatGithub,
  formatJson,
  formatSarif,
  formatText,
  registry,
  type CheckReport,
} from "@kit/check";
import { temporaryDirectory } from "@kit/testing";
import { describe, expect, test } from "vitest";
import { checkFiles } from "../src/check/check-files.ts";
import { oddFiles } from "./odd-files/index.ts";

/** The first error, in a line. What else there is to say of an object is not odd. */
function verdictOf({ findings, objects }: CheckReport): string {
  const error = findings.find(({ severity }) => severity === "error");
  const place = error?.position === undefined ? "" : ` at ${error.position.line}:${error.position.column}`;
  const said = error === undefined ? "no error" : `${error.check}${place}: ${seen(error.message.slice(0, 90))}`;
  return `${objects} ${objects === 1 ? "object" : "objects"}, ${said}`;
}

/** Characters that nobody sees, and that would act on the file of verdicts. */
function seen(text: string): string {
  return text.replaceAll(/[^ -~]/gu, (one) => `U+${one.codePointAt(0)!.toString(16).toUpperCase()}`);
}

// What is printed is somebody else's test: here it is to end.
function printed(report: CheckReport): string[] {
  const all = { notes: true, all: true } as const;
  return [
    formatText(report, all),
    ...(["object", "file"] as const).map((groupBy) => formatText(report, { ...all, groupBy })),
    formatText(report, { notes: false }),
    formatCompact(report, all),
    formatJson(report),
    formatSarif(report, registry),
    formatGithub(report),
  ];
}

describe.each(Object.entries(oddFiles))("odd files: %s", (topic, files) => {
  test(`none crashes, hangs or takes all memory, and each has its verdict`, { timeout: 60_000 }, async () => {
    using directory = temporaryDirectory({ "pnpm-workspace.yaml": "packages: []\n" });
    const verdicts: string[] = [];
    for (const [index, [what, content]] of Object.entries(files).entries()) {
      const file = join(directory.path, `${index}.yaml`);
      writeFileSync(file, content);
      const report = await checkFiles(directory.path, [file]);
      expect(printed(report).every((text) => text.endsWith("\n"))).toBe(true);
      verdicts.push(`${what}: ${verdictOf(report)}\n`);
    }
    await expect(verdicts.join("")).toMatchFileSnapshot(`odd-files/verdicts/${topic}.txt`);
  });
});

test("they are more than two hundred", () => {
  expect(Object.values(oddFiles).flatMap((files) => Object.keys(files)).length).toBeGreaterThan(200);
});
