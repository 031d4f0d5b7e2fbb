import { describe, expect, test } from "vitest";
import { replacementOldTag } from "../../../src/checks/kustomize/replacement-old-tag.ts";
import { workload } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

const images = [{ name: "web", newTag: "2" }];
const component = (fieldPath: string): string => `kind: Component
replacements:
- source: { kind: Deployment, name: web, fieldPath: "${fieldPath}" }
  targets: []
`;
const judged = (path: string, text: string): string[] =>
  judge(replacementOldTag, workload(), { overlay: overlayOf({ content: { images }, texts: { [path]: text } }) });

describe("replacement-old-tag", () => {
  test.for([
    ["overlays/dev/kustomization.yaml", component("spec.template.spec.containers.[name=web].image")],
    ["overlays/dev/version/kustomization.yaml", component("metadata.name")],
    ["overlays/dev/version/kustomization.yaml", component("spec.template.spec.containers.[name=other].image")],
    ["overlays/dev/version/notes.yaml", component("spec.template.spec.containers.[name=web].image")],
    ["overlays/dev/version/kustomization.yaml", "replacements: ["],
  ])("passes %s: %s", ([path, text]) => {
    expect(judged(path!, text!)).toEqual([]);
  });

  test("passes an image that the overlay does not set", () => {
    const texts = { "overlays/dev/version/kustomization.yaml": component("spec.template.spec.containers.0.image") };
    expect(judge(replacementOldTag, workload(), { overlay: overlayOf({ content: {}, texts }) })).toEqual([]);
  });

  test("finds one in a file of a component's", () => {
    const texts = {
      "overlays/dev/version/kustomization.yaml": "kind: Component\nreplacements: [{ path: copy.yaml }]\n",
      "overlays/dev/version/copy.yaml":
        "- source: { kind: Deployment, name: web, fieldPath: spec.template.spec.containers.0.image }\n  targets: []\n",
    };
    expect(judge(replacementOldTag, workload(), { overlay: overlayOf({ content: { images }, texts }) })).toEqual([
      "error overlays/dev/version/copy.yaml [0].source: it copies from the image web, and overlays/dev/kustomization.yaml sets its tag only afterwards; move the replacement to overlays/dev/kustomization.yaml, beside its `images:`",
    ]);
  });

  test("finds one in a component, by the container's name or position", () => {
    const path = "overlays/dev/version/kustomization.yaml";
    expect(judged(path, component("spec.template.spec.containers.[name=web].image"))).toMatchInlineSnapshot(`
      [
        "error overlays/dev/version/kustomization.yaml replacements[0].source: it copies from the image web, and overlays/dev/kustomization.yaml sets its tag only afterwards; move the replacement to overlays/dev/kustomization.yaml, beside its \`images:\`",
      ]
    `);
    expect(judged(path, component("spec.template.spec.containers.0.image"))).toHaveLength(1);
  });
});
