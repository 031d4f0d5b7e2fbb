import type { UserError } from "@kit/errors";
import { run } from "@kit/programs";
import { temporaryDirectory } from "@kit/testing";
import { describe, test } from "vitest";
import { imageMatcher } from "@kit/kustomize";
import { describeEngine, findKustomize, readOverlay, renderOverlays } from "../src/index.ts";

const file = "overlays/dev/kustomization.yaml";
const engine = await findKustomize({ env: process.env });

const pod = (image: string, more = ""): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: c, image: "${image}"}]${more}}\n`;
const runner = "apiVersion: ci.example.com/v1\nkind: Runner\nmetadata: {name: a}\nspec: {image: r.io/runner}\n";

/** What the build says of an overlay's images; empty where it takes them. */
async function said(kustomization: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  using directory = temporaryDirectory({ [file]: kustomization, "overlays/dev/pod.yaml": pod("web:1"), ...files });
  const { path } = directory;
  try {
    await renderOverlays([readOverlay(path, "dev")], { directory: path, engine, env: process.env });
    return "";
  } catch (error) {
    return (error as UserError).problems.map(({ what, next }) => `${what}\n${next}`).join("\n");
  }
}

describe.concurrent("an images entry is taken that", () => {
  test.for<[string, string, Readonly<Record<string, string>>?]>([
    ["matches by its name", 'resources: [pod.yaml]\nimages: [{name: web, newTag: "2"}]\n'],
    ["matches as a regular expression", 'resources: [pod.yaml]\nimages: [{name: w.*, newTag: "2"}]\n'],
    ["renames", "resources: [pod.yaml]\nimages: [{name: web, newName: r/web}]\n"],
    ["is renamed again", "resources: [pod.yaml]\nimages: [{name: web, newName: b}, {name: b, newName: c}]\n"],
    ["is set again", 'resources: [pod.yaml]\nimageTags: [{name: web, newTag: "2"}, {name: web, newTag: "3"}]\n'],
    [
      "sets a custom resource's own field",
      "resources: [runner.yaml]\nconfigurations: [c.yaml]\nimages: [{name: r.io/runner, newName: q/runner}]\n",
      { "overlays/dev/runner.yaml": runner, "overlays/dev/c.yaml": "images: [{path: spec/image, kind: Runner}]\n" },
    ],
    [
      "sets it by the configuration of a component",
      "resources: [runner.yaml]\ncomponents: [../part]\nimages: [{name: r.io/runner, newTag: v2}]\n",
      {
        "overlays/dev/runner.yaml": runner,
        "overlays/part/kustomization.yaml":
          "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nconfigurations: [c.yaml]\n",
        "overlays/part/c.yaml": "images: [{path: spec/image, group: ci.example.com}]\n",
      },
    ],
    [
      "sets what a patch brings",
      `resources: [pod.yaml]
patches: [{target: {kind: Pod}, patch: '[{"op": "replace", "path": "/spec/containers/0/image", "value": "api"}]'}]
images: [{name: api, newName: r/api}]
`,
    ],
    [
      "sets what nothing but kustomize can tell",
      `resources: [pod.yaml, config.yaml]
transformers:
- |
  apiVersion: builtin
  kind: PatchTransformer
  metadata: {name: later}
  target: {kind: Pod}
  patch: '[{"op": "replace", "path": "/spec/containers/0/image", "value": "other"}]'
images: [{name: web, newName: r/web}]
validators: []
`,
      {
        "overlays/dev/config.yaml":
          "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, annotations: {image: 'r/web-matched-by-this-entry'}}\n",
      },
    ],
  ])("%s", async ([, kustomization, files], { expect }) => {
    expect(await said(kustomization, files)).toBe("");
  });
});

describe.concurrent("an images entry is refused that", () => {
  test.for<[string, string, string, Readonly<Record<string, string>>?]>([
    ["matches nothing", 'images: [{name: wbe, newTag: "2"}]', "wbe"],
    ["matches nothing, under a name that is there", "images: [{name: other, newName: web}]", "other"],
    [
      "matches nothing, before one that matches",
      "images: [{name: other, newName: b}, {name: web, newName: b}]",
      "other",
    ],
    ["is behind one that renames", 'images: [{name: web, newName: b}, {name: web, newTag: "2"}]', "web"],
  ])("%s", async ([, images, name], { expect }) => {
    expect(await said(`resources: [pod.yaml]\n${images}\n`)).toMatch(
      new RegExp(`^images: ${name} matches no image of this overlay(\n|: kustomize does not take )`),
    );
  });

  test("has a digest that kustomize does not know", async ({ expect }) => {
    const files = { "overlays/dev/api.yaml": pod("api@sha512:ab").replace("name: a}", "name: b}") };
    expect(await said('resources: [pod.yaml, api.yaml]\nimages: [{name: api, newTag: "2"}]\n', files)).toBe(
      "images: api matches no image of this overlay: kustomize does not take api@sha512:ab for it\n" +
        "kustomize knows tags, digests of sha256, and what entries before this one made of an image; write the image or the entry so",
    );
  });

  test("stands in a folder that the overlay builds on, and not in a component", async ({ expect }) => {
    const images = 'images: [{name: web, newTag: "2"}, {name: wbe, newTag: "2"}]\n';
    const files = {
      "overlays/part/kustomization.yaml": `resources: [pod.yaml]\n${images}`,
      "overlays/part/pod.yaml": pod("web:1"),
      "overlays/shared/kustomization.yaml": `apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n${images}`,
    };
    expect(await said("resources: [../part]\ncomponents: [../shared]\n", files)).toBe(
      'images: wbe matches no image of the overlay "dev", which builds on it\nthe images are: web. Did you mean web?',
    );
  });

  test("has no name", async ({ expect }) => {
    expect(await said('resources: [pod.yaml]\nimages: [{newTag: "2"}]\n')).toBe(
      "images: entry 1 has no name, so it matches no image\nname the image that it is for; the images are: web",
    );
  });

  test("is for an image volume, which this kustomize does not set", async ({ expect }) => {
    const volume = ", volumes: [{name: v, image: {reference: data}}]";
    const text = 'resources: [volume.yaml]\nimages: [{name: data, newTag: "2"}]\n';
    const [, minor] = engine.version.replace(/^v/, "").split(".");
    const refused = `images: data matches the image of a volume alone, which ${describeEngine(engine)} does not set\nbuild with `;
    const outcome = await said(text, { "overlays/dev/volume.yaml": pod("web", volume) });
    expect(outcome.startsWith(Number(minor) < 8 ? refused : "")).toBe(true);
  });

  test("is not a regular expression, which crashes kustomize", async ({ expect }) => {
    for (const name of ["web(", "a[", "a**", "(?=a)"]) {
      expect(imageMatcher(name)).toBeUndefined();
      const text = `resources: [pod.yaml]\nimages: [{name: "${name}", newTag: "2"}]\n`;
      expect(await said(text)).toContain("is not a regular expression, and kustomize takes each for one\nwrite ");
      using directory = temporaryDirectory({ "kustomization.yaml": text, "pod.yaml": pod("web") });
      const { stderr } = await run(engine.file, [...engine.args, "."], { cwd: directory.path });
      expect(stderr).toContain("panic:");
    }
  });

  test("names a chart, which is not inflated", async ({ expect }) => {
    const text = "helmCharts: [{name: x, repo: 'https://example.com', version: '1'}]\n";
    expect(await said(text)).toMatch(
      /cannot build the overlay "dev":\n.*must specify --enable-helm\nno chart is inflated here: `pnpm vendor add NAME --chart/s,
    );
  });

  test("crashes kustomize in a folder that the overlay builds on", async ({ expect }) => {
    const files = {
      "overlays/part/kustomization.yaml": 'resources: [pod.yaml]\nimages: [{name: "web(", newTag: "2"}]\n',
    };
    const text = "resources: [../part]\n";
    expect(await said(text, { ...files, "overlays/part/pod.yaml": pod("web") })).toMatch(
      /cannot build the overlay "dev":\nit crashes: runtime error: invalid memory address or nil pointer dereference\n/,
    );
  });
});
