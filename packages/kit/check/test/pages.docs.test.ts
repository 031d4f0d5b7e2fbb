import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { apiVerdict, check, noEnvironment, readManifests, registry, type Check, type Finding } from "@kit/check";
import { repositoryRoot } from "@kit/testing";
import { describe, expect, test } from "vitest";
import { exemptibleIds } from "../src/policy/exemptible-ids.ts";
import { layerOf } from "./judge.ts";
import { exemptible } from "../src/registry.ts";

const directory = join(repositoryRoot, "docs/checks");
const index = readFileSync(join(repositoryRoot, "docs/checks.md"), "utf8");

test("every check has a page, and every page a check", () => {
  expect(readdirSync(directory).toSorted()).toEqual(registry.map(({ id }) => `${id}.md`).toSorted());
});

test("docs/checks.md lists every check with its title", () => {
  const rows = [...index.matchAll(/^\| \[`([\w-]+)`\]\(checks\/([\w-]+)\.md\) +\| (.*?) +\| (.*?) +\|$/gm)];
  expect(rows.map(([, id, page, title, severity]) => ({ id, page, title, severity }))).toEqual(
    registry.map((one) => ({ id: one.id, page: one.id, title: sentence(one.title), severity: severityText(one) })),
  );
});

test("the ids that may be changed and exempted are those of the registry", () => {
  expect(exemptibleIds).toEqual(exemptible.map(({ id }) => id).toSorted());
});

test("ids are unique", () => {
  const ids = registry.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

describe.for(registry.map((one) => [one.id, one] as const))("the page of %s", ([id, one]) => {
  const path = join(directory, `${id}.md`);
  const page = existsSync(path) ? readFileSync(path, "utf8") : "";

  test("says what the check says of itself, and has the sections of every page", () => {
    const head = `# ${id}\n\n${sentence(one.title)}\n\n`;
    const facts = /^\| (\[.*?\)) +\| (.*?) +\|$/m.exec(page);
    const sections = [...page.matchAll(/^## (.*)$/gm)].map(([, name]) => name);
    expect({ head: page.slice(0, head.length), group: facts?.[1], severity: facts?.[2], sections }).toEqual({
      head,
      group: `[${one.group}](../checks.md#${one.group})`,
      severity: severityText(one),
      sections: ["Why", "Wrong", "Right", "Exempt"],
    });
  });

  const [wrong, right] = ["Wrong", "Right"].map((name) => manifestsIn(page, name));

  test.skipIf(wrong === undefined)("its wrong example is found", () => {
    expect(judged(wrong!, one).map((finding) => finding.check)).toContain(id);
  });

  test.skipIf(right === undefined)("its right example is not found, and the API server would take it", () => {
    expect(judged(right!, one).filter((finding) => finding.check === id)).toEqual([]);
    expect(apiVerdict(right!)).toEqual([]);
  });
});

/** Manifests in a section. Other files begin with their path in a comment, and their checks' own tests have them. */
function manifestsIn(page: string, section: string): string | undefined {
  const text = page.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? "";
  const yaml = /^```yaml\n(.*?)^```$/ms.exec(text)?.[1];
  return yaml === undefined || /^# \S+\.ya?ml\n/.test(yaml) ? undefined : yaml;
}

/** What is found; a check that is off is switched on. */
function judged(text: string, { id, severity }: Check): Finding[] {
  const { objects, problems } = readManifests(text, "page.yaml");
  const policies = severity === "off" ? [layerOf({ severities: { [id]: "error" } })] : [];
  return [...problems, ...check([{ ...noEnvironment, policies, objects }], { today: "2026-01-01" })];
}

function sentence(title: string): string {
  return `${title[0]!.toUpperCase()}${title.slice(1)}.`;
}

function severityText({ severity }: Check): string {
  if (typeof severity === "string") return severity;
  return `production: ${severity.production}, development: ${severity.development}`;
}
