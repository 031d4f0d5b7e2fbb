import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { registry } from "../src/index.ts";
import { repositoryRoot } from "@kit/testing";
import { describe, expect, test } from "vitest";

const directory = join(repositoryRoot, "docs/risks");
const index = readFileSync(join(repositoryRoot, "docs/review.md"), "utf8");

test("every rule has a page and a file of its own, and every page a rule", () => {
  const rules = join(repositoryRoot, "packages/kit/review/src/risks");
  const files = registry.map((rule) => join(rules, rule.class, `${rule.id}.ts`));
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  expect(readdirSync(directory).toSorted()).toEqual(registry.map(({ id }) => `${id}.md`).toSorted());
});

test("docs/review.md lists every rule in its class", () => {
  const rows = index.split(/^### /m).flatMap((section) => {
    const [name] = section.split("\n");
    const found = [...section.matchAll(/^\| \[`([\w-]+)`\]\(risks\/([\w-]+)\.md\) +\| (.*?) +\|$/gm)];
    return found.map(([, id, page, title]) => ({ class: name, id, page, title }));
  });
  expect(rows).toEqual(
    registry.map((rule) => ({ class: rule.class, id: rule.id, page: rule.id, title: sentence(rule.title) })),
  );
});

describe.for(registry.map((rule) => [rule.id, rule] as const))("the page of %s", ([id, rule]) => {
  const path = join(directory, `${id}.md`);
  const page = existsSync(path) ? readFileSync(path, "utf8") : "";

  test("says what the rule says of itself, and has the sections of every page", () => {
    const head = `# ${id}\n\n${sentence(rule.title)}\n\n`;
    const [, facts] = /^\| (\[.*?\)) +\|$/m.exec(page) ?? [];
    const sections = [...page.matchAll(/^## (.*)$/gm)].map(([, name]) => name);
    expect({ head: page.slice(0, head.length), facts, sections }).toEqual({
      head,
      facts: `[${rule.class}](../review.md#${rule.class})`,
      sections: ["Why", "What to do"],
    });
  });
});

function sentence(title: string): string {
  return `${title[0]!.toUpperCase()}${title.slice(1)}.`;
}
