import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { documentsIn, formatText, review, type ReviewInput } from "../src/index.ts";

const quota = (namespace: string): string => `apiVersion: v1
kind: ResourceQuota
metadata:
  name: quota
  namespace: ${namespace}
`;

function sides(environment: string, before: string, after: string): ReviewInput["sides"][number] {
  const [was, is] = [before, after].map((text) => documentsIn("quota.yaml", text));
  return { environment, before: was!, after: is!, overlay: undefined };
}

function textOf(...all: ReviewInput["sides"]): string {
  return stripVTControlCharacters(formatText(review({ base: "main", head: "feature", sides: all }), false));
}

test("an object that one environment loses and another one gets", () => {
  expect(textOf(sides("dev", quota("shop"), ""), sides("qa", "", quota("shop")))).toMatchInlineSnapshot(`
    "dev: the environment is called qa now

      caution ResourceQuota shop/quota (removed)
        quota.yaml
        caution moved-environment: it is removed here, and new in qa
          → on one cluster the sync of this environment may delete what the other one has just taken over  docs/risks/moved-environment.md

    qa: was dev, 1 object as it was

    1 added, 1 removed: 1 caution, 1 routine (from main to feature)
    "
  `);
});

test("an object that only goes, or arrives in another namespace, has not moved", () => {
  const texts = [
    textOf(sides("dev", quota("shop"), ""), sides("qa", quota("shop"), quota("shop"))),
    textOf(sides("dev", quota("shop"), ""), sides("qa", "", quota("qa"))),
    textOf(sides("dev", quota("shop"), "")),
  ];
  expect(texts.filter((text) => text.includes("moved-environment"))).toEqual([]);
});
