import { expect, test } from "vitest";
import { imageFlow } from "../src/index.ts";

const pod = (name: string, image: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{name: c, image: "${image}"}]}\n`;

/** Each image with the entries on its way: `web → r/web:2 by overlays/dev/kustomization.yaml images[0]`. */
function flows(files: Readonly<Record<string, string>>): string[] {
  const { images, isWhole } = imageFlow("overlays/dev", new Map(Object.entries(files)));
  const lines = images.map(({ file, reference, final, steps }) => {
    const by = steps.map((step) => `${step.by.file} ${step.by.field}[${step.by.index}]`).join(", ");
    return `${file}: ${reference}${steps.length === 0 ? "" : ` → ${final} by ${by}`}`;
  });
  return isWhole ? lines : [...lines, "and more"];
}

test("through folders, lists, components and transformers, under every name of the file", () => {
  expect(
    flows({
      "overlays/dev/Kustomization": `
bases: [../parts/a]
components: [../parts/c]
images: [{name: .*, newTag: "3"}]
imageTags: [{name: c, newTag: "4"}]
transformers:
- |
  apiVersion: builtin
  kind: ImageTagTransformer
  metadata: {name: t}
  imageTag: {name: d, newName: e}
- ../parts/t
`,
      "overlays/parts/a/kustomization.yml": `resources: [list.yaml]\nimages: [{name: a, newName: b}]\n`,
      "overlays/parts/a/list.yaml": `kind: List\napiVersion: v1\nitems: [${JSON.stringify({ kind: "Pod", spec: { containers: [{ image: "a" }] } })}]\n`,
      "overlays/parts/c/kustomization.yaml": `kind: Component\nresources: [pods.yaml]\n`,
      "overlays/parts/c/pods.yaml": `${pod("c", "c:1")}---\n${pod("d", "d")}`,
      "overlays/parts/t/kustomization.yaml": "resources: [t.yaml]\n",
      "overlays/parts/t/t.yaml": "apiVersion: builtin\nkind: ImageTagTransformer\nimageTag: {name: e, newTag: '5'}\n",
    }),
  ).toMatchInlineSnapshot(`
    [
      "overlays/parts/a/list.yaml: a → b:3 by overlays/parts/a/kustomization.yml images[0], overlays/dev/Kustomization images[0]",
      "overlays/parts/c/pods.yaml: c:1 → c:4 by overlays/dev/Kustomization images[0], overlays/dev/Kustomization imageTags[0]",
      "overlays/parts/c/pods.yaml: d → e:5 by overlays/dev/Kustomization images[0], overlays/dev/Kustomization transformers[0], overlays/parts/t/t.yaml transformers[0]",
    ]
  `);
});

test("those of patches, in every form, and what is not here", () => {
  expect(
    flows({
      "overlays/dev/kustomization.yaml": `
resources: [https://example.com/base]
patches:
- path: object.yaml
- target: {kind: Pod}
  patch: '[{"op": "test", "path": "/spec/containers/0/image", "value": "old"}, {"op": "replace", "path": "/spec/containers/0/image", "value": "one"}]'
- target: {kind: Pod}
  path: add.yaml
patchesStrategicMerge: [object.yaml, "{kind: Pod, spec: {initContainers: [{name: a, image: inline}]}}"]
patchesJson6902: [{target: {kind: Runner}, path: json.json}]
configurations: [images.yaml]
images: [{name: .*, newTag: "3"}]
`,
      "overlays/dev/object.yaml": pod("a", "two"),
      "overlays/dev/add.yaml": "- {op: add, path: /spec/containers/-, value: {name: b, image: three}}\n",
      "overlays/dev/json.json": '[{"op": "add", "path": "/spec", "value": {"image": "four", "other": "five"}}]',
      "overlays/dev/images.yaml": "images: [{path: spec/image, kind: Runner}]\n",
    }),
  ).toMatchInlineSnapshot(`
    [
      "overlays/dev/object.yaml: two → two:3 by overlays/dev/kustomization.yaml images[0]",
      "overlays/dev/kustomization.yaml: inline → inline:3 by overlays/dev/kustomization.yaml images[0]",
      "overlays/dev/object.yaml: two → two:3 by overlays/dev/kustomization.yaml images[0]",
      "overlays/dev/kustomization.yaml: one → one:3 by overlays/dev/kustomization.yaml images[0]",
      "overlays/dev/add.yaml: three → three:3 by overlays/dev/kustomization.yaml images[0]",
      "overlays/dev/json.json: four → four:3 by overlays/dev/kustomization.yaml images[0]",
      "and more",
    ]
  `);
});

test("nothing of what is not YAML, or no kustomization", () => {
  expect(flows({ "overlays/dev/kustomization.yaml": "- a\n" })).toEqual([]);
  expect(
    flows({ "overlays/dev/kustomization.yaml": "resources: [a.yaml", "overlays/dev/a.yaml": pod("a", "a") }),
  ).toEqual([]);
  expect(flows({ "overlays/dev/kustomization.yaml": "resources: [a.yaml]", "overlays/dev/a.yaml": "{" })).toEqual([]);
  expect(flows({})).toEqual(["and more"]);
});
