import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { registry } from "@kit/check";
import { repositoryRoot } from "@kit/testing";
import { expect, test } from "vitest";

// What is counted anew at each run has the day or the command beside it.
const recorded = ["docs/benchmarks.md", "docs/security.md", "docs/offline-online.md"];
const pages = globSync(["*.md", "docs/**/*.md", "packages/kit/typed-manifests/*.md"], { cwd: repositoryRoot })
  .filter((page) => !recorded.includes(page))
  .toSorted();

test("what a command prints in docs has as many checks as there are", () => {
  const counted = pages.flatMap((page) =>
    [...read(page).matchAll(/\b(\d+) checks\b/g)].map(([, count]) => [page, count]),
  );
  expect(counted.length).toBeGreaterThan(0);
  expect(counted.filter(([, count]) => Number(count) !== registry.length)).toEqual([]);
});

test("prose counts nothing of the repository that grows", () => {
  const number =
    "\\d[\\d,]*|(?:twen|thir|four|for|fif|six|seven|eigh|nine)(?:ty|teen)|ten|eleven|twelve|hundred|thousand";
  const things =
    "commands|error codes|codes|tests|cases|manifests|modules|rooms|packages|kinds|forms|formats|risks|rules";
  const count = new RegExp(`\\b(?:${number}) (?:of )?(?:${things})\\b.*`, "gi");
  const said = pages.flatMap((page) => [...prose(read(page)).matchAll(count)].map(([text]) => `${page}: ${text}`));
  expect(said).toEqual([]);
});

function read(page: string): string {
  return readFileSync(join(repositoryRoot, page), "utf8");
}

function prose(markdown: string): string {
  return markdown.replaceAll(/^```.*?^```$/gms, "");
}
