import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { describe, expect, test } from "vitest";
import { anchors, localLinks } from "../markdown.ts";

const pages = globSync(["*.md", "docs/**/*.md"], { cwd: repositoryRoot }).toSorted();

describe("links lead somewhere", () => {
  test.each(pages)("in %s", (page) => {
    const dead = localLinks(read(page)).filter((target) => {
      const [path, anchor] = target.split("#") as [string, string?];
      const file = path === "" ? page : normalize(join(dirname(page), path));
      if (!existsSync(join(repositoryRoot, file))) return true;
      return anchor !== undefined && !anchors(read(file)).includes(anchor);
    });
    expect(dead).toEqual([]);
  });
});

// A README of one's own (docs/make-it-yours.md) need not lead to the pages about the kit.
const leadsToPages = localLinks(read("README.md")).some((target) => target.startsWith("docs/"));

test.runIf(leadsToPages)("every page of docs/ can be reached from README.md", () => {
  const reached = new Set(["README.md"]);
  for (const page of reached) {
    const targets = localLinks(read(page)).map((target) => normalize(join(dirname(page), target.split("#")[0]!)));
    for (const target of targets.filter((one) => one.endsWith(".md"))) reached.add(target);
  }
  expect(pages.filter((page) => !reached.has(page))).toEqual([]);
});

function read(page: string): string {
  return readFileSync(join(repositoryRoot, page), "utf8");
}
