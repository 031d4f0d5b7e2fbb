import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readAsKubectl, readAsKustomize, toJson, type DataMap, type YamlDocument } from "../src/index.ts";

const page = readFileSync(join(import.meta.dirname, "../../../../docs/yaml.md"), "utf8");
const table = page.slice(page.indexOf("| written"), page.indexOf("Besides:"));
const rows = [...table.matchAll(/^\| (`.*?) +\| (.*?) +\| (.*?) +\|$/gm)].flatMap(([, written = "", ...said]) =>
  Array.from(written.matchAll(/`([^`]+)`/g), ([, text = ""]) => ({ text, said })),
);

test("the table of docs/yaml.md has rows", () => {
  expect(rows.length).toBeGreaterThan(20);
});

describe.each(rows)("$text", ({ text, said: [kubectl = "", kustomize = ""] }) => {
  const [own] = readAsKubectl(`k: ${text}\n`);
  const [other] = readAsKustomize(`k: ${text}\n`);

  test("is read as docs/yaml.md says", () => {
    expect([sayingOf(own!, kubectl, text), sayingOf(other!, kustomize, text)]).toEqual([kubectl, kustomize]);
  });

  test.runIf(kubectl === "the same")("is the same to both", () => {
    expect(valueOf(own!)).toEqual(valueOf(other!));
  });
});

/** What the page would say of a reading, in the way in which it does. */
function sayingOf(document: YamlDocument, said: string, text: string): string {
  if (document.refusal !== undefined) return "refused";
  if (said === "the same") return said;
  return said === "the text" && valueOf(document) === text ? said : `\`${toJson(valueOf(document))}\``;
}

function valueOf({ data }: YamlDocument): unknown {
  return (data as DataMap)["k"];
}
