import { describe, expect, test } from "vitest";
import { patchWithoutEffect } from "../../../src/checks/kustomize/patch-without-effect.ts";
import { workload } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

describe("patch-without-effect", () => {
  test("passes an overlay whose patches all change something", () => {
    expect(
      judge(patchWithoutEffect, workload(), { overlay: overlayOf({ content: { patches: [{ path: "a.yaml" }] } }) }),
    ).toEqual([]);
  });

  test("finds those that change nothing, and says why", () => {
    const patches = [
      { path: "a.yaml" },
      { target: { kind: "Deployment", name: "wbe" }, path: "b.yaml" },
      { target: { kind: "Deployment", name: "w.*" }, path: "c.yaml" },
      { target: { kind: "StatefulSet" }, path: "d.yaml" },
      { target: { kind: "Deployment", name: "(" }, path: "e.yaml" },
    ];
    const overlay = overlayOf({ content: { patches }, inertPatches: [1, 2, 3, 4] });
    expect(judge(patchWithoutEffect, workload(), { overlay })).toMatchInlineSnapshot(`
      [
        "error overlays/dev/kustomization.yaml patches[1].target: the patch of Deployment wbe changes nothing: the overlay has no such object; write web, or correct its target, or remove the patch",
        "error overlays/dev/kustomization.yaml patches[2].target: the patch of Deployment w.* changes nothing; remove it, or fix its target or its content",
        "error overlays/dev/kustomization.yaml patches[3].target: the patch of StatefulSet changes nothing: the overlay has no such object; correct its target, or remove the patch",
        "error overlays/dev/kustomization.yaml patches[4].target: the patch of Deployment ( changes nothing: the overlay has no such object; correct its target, or remove the patch",
      ]
    `);
  });
});
