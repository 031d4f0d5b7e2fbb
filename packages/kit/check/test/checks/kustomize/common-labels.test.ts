import { describe, expect, test } from "vitest";
import { commonLabels } from "../../../src/checks/kustomize/common-labels.ts";
import { judge } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

describe("common-labels", () => {
  test("passes labels that selectors do not get", () => {
    const labels = [{ pairs: { team: "shop" } }, { pairs: { team: "shop" }, includeTemplates: true }];
    expect(judge(commonLabels, "", { overlay: overlayOf({ content: { labels, commonLabels: {} } }) })).toEqual([]);
  });

  test("finds those that they get", () => {
    const labels = [{ pairs: { team: "shop" } }, { pairs: { tier: "web", env: "dev" }, includeSelectors: true }];
    const content = { labels, commonLabels: { team: "shop" } };
    expect(judge(commonLabels, "", { overlay: overlayOf({ content }) })).toMatchInlineSnapshot(`
      [
        "warning overlays/dev/kustomization.yaml commonLabels: commonLabels writes team into selectors, which cannot be changed later; use \`labels:\` with \`includeTemplates: true\` where pods are to have them too",
        "warning overlays/dev/kustomization.yaml labels[1].includeSelectors: includeSelectors writes tier, env into selectors, which cannot be changed later; use \`labels:\` with \`includeTemplates: true\` where pods are to have them too",
      ]
    `);
  });
});
