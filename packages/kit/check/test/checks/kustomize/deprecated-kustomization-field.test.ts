import { describe, expect, test } from "vitest";
import { deprecatedKustomizationField } from "../../../src/checks/kustomize/deprecated-kustomization-field.ts";
import { judge } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

describe("deprecated-kustomization-field", () => {
  test("passes the fields of today", () => {
    const content = { resources: ["a"], patches: [], images: [], replacements: [], labels: [] };
    expect(judge(deprecatedKustomizationField, "", { overlay: overlayOf({ content }) })).toEqual([]);
  });

  test("finds those of yesterday", () => {
    const content = { bases: ["a"], imageTags: [], patchesJson6902: [], patchesStrategicMerge: ["b"], vars: [] };
    expect(judge(deprecatedKustomizationField, "", { overlay: overlayOf({ content }) })).toMatchInlineSnapshot(`
      [
        "warning overlays/dev/kustomization.yaml bases: the field bases is deprecated; list its entries in \`resources\`",
        "warning overlays/dev/kustomization.yaml imageTags: the field imageTags is deprecated; write \`images\`",
        "warning overlays/dev/kustomization.yaml patchesJson6902: the field patchesJson6902 is deprecated; write \`patches\`, with a target",
        "warning overlays/dev/kustomization.yaml patchesStrategicMerge: the field patchesStrategicMerge is deprecated; write \`patches\`",
        "warning overlays/dev/kustomization.yaml vars: the field vars is deprecated; write \`replacements\`",
      ]
    `);
  });
});
