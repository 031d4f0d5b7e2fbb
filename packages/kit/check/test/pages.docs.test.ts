import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { registry, type Check } from "@kit/check";
import { repositoryRoot } from "@kit/testing";
import { expect, test } from "vitest";
import { exemptibleIds } from "../src/policy/exemptible-ids.ts";
import { exemptible } from "../src/registry.ts";

const directory = join(repositoryRoot, "docs/checks");
const index = readFileSync(join(repositoryRoot, "docs/checks.md"), "utf8");

/** Those of API validity have a row each in the one table of docs/checks/api-validity.md, which is made. */
const ofPages = registry.filter(({ group }) => group !== "api-validity");

test("every check has a page, and every page a check", () => {
  const pages = ["api-validity", ...ofPages.map(({ id }) => id)].map((id) => `${id}.md`);
  expect(readdirSync(directory).toSorted()).toEqual(pages.toSorted());
});

test("docs/checks.md lists every check with its title", () => {
  const rows = [...index.matchAll(/^\| \[`([\w-]+)`\]\(checks\/([\w-]+)\.md\) +\| (.*?) +\| (.*?) +\|$/gm)];
  expect(rows.map(([, id, page, title, severity]) => ({ id, page, title, severity }))).toEqual(
    ofPages.map((one) => ({ id: one.id, page: one.id, title: sentence(one.title), severity: severityText(one) })),
  );
});

test("the ids that may be changed and exempted are those of the registry", () => {
  expect(exemptibleIds).toEqual(exemptible.map(({ id }) => id).toSorted());
});

test("ids are unique", () => {
  const ids = registry.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test.for(ofPages.map((one) => [one.id, one] as const))(
  "the page of %s says what the check says of itself, and has the sections of every page",
  ([id, one]) => {
    const page = readFileSync(join(directory, `${id}.md`), "utf8");
    const head = `# ${id}\n\n${sentence(one.title)}\n\n`;
    const facts = /^\| (\[.*?\)) +\| (.*?) +\|$/m.exec(page);
    const sections = [...page.matchAll(/^## (.*)$/gm)].map(([, name]) => name);
    expect({ head: page.slice(0, head.length), group: facts?.[1], severity: facts?.[2], sections }).toEqual({
      head,
      group: `[${one.group}](../checks.md#${one.group})`,
      severity: severityText(one),
      sections: ["Why", "Wrong", "Right", "Exempt"],
    });
  },
);

function sentence(title: string): string {
  return `${title[0]!.toUpperCase()}${title.slice(1)}.`;
}

function severityText({ severity }: Check): string {
  if (typeof severity === "string") return severity;
  return `production: ${severity.production}, development: ${severity.development}`;
}
