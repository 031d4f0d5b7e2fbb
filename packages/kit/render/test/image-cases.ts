import fc from "fast-check";

/** An overlay with its folders: text by path below a folder of its own. */
export interface ImageCase {
  readonly files: Readonly<Record<string, string>>;
  /** How many entries the overlay's own `images:` has. */
  readonly entries: number;
}

const repositories = [
  "img",
  "web",
  "r.io/img",
  "rxio/img",
  "r.io:5000/a/img",
  "a-b.c/web",
  "rxio/img2",
  "R.IO/img",
  "a/i-m_g",
];
const tags = ["", "", ":1", ":1.0-x", ":v{x}", ":"];
const digests = ["", "", "", "@sha256:ab01", "@sha512:ab01", "@sha256:"];
const reference = fc
  .tuple(fc.constantFrom(...repositories), fc.constantFrom(...tags), fc.constantFrom(...digests))
  .map((parts) => parts.join(""));

const patterns = [
  String.raw`r\.io/img`,
  ".*",
  "r.*/img",
  "(r|rx).io/img",
  "img|web",
  "[a-z]+",
  String.raw`\w+`,
  String.raw`\pL+`,
  "(?i)r.io/IMG",
  "[[:alpha:]./]+",
  "(?P<x>img)",
  "img(:1)?",
  String.raw`\Qimg\E`,
  "img$",
  "^img",
  "i.{2}",
  "rxio/img2?",
  "r.io:5000/.*",
  String.raw`a/i\-m_g`,
  "none",
];
const entry = fc.record(
  {
    name: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...repositories) }, fc.constantFrom(...patterns)),
    newName: fc.constantFrom("img", "r.io/img", "r.io:5000/new/img", "other"),
    newTag: fc.constantFrom("2", "3.0-alpine", "4@sha256:cd02", "a/b", "v{y}", ""),
    digest: fc.constantFrom("sha256:ef03", "sha512:ef03", ""),
    tagSuffix: fc.constantFrom("-slim", ""),
  },
  { requiredKeys: [] },
);
// kustomize refuses a tagSuffix beside the other two.
const entries = fc.array(
  entry.map(({ tagSuffix, ...rest }) =>
    tagSuffix === undefined || rest.newTag !== undefined || rest.digest !== undefined ? rest : { ...rest, tagSuffix },
  ),
  { maxLength: 4 },
);

const container = reference.map((image) => ({ name: "c", image }));
const podSpec = fc.record(
  {
    containers: fc.array(container, { maxLength: 2 }),
    initContainers: fc.array(container, { maxLength: 2 }),
    ephemeralContainers: fc.array(container, { maxLength: 1 }),
    volumes: fc.array(
      reference.map((text) => ({ name: "v", image: { reference: text } })),
      { maxLength: 1 },
    ),
  },
  { requiredKeys: ["containers"] },
);
const custom = fc.record(
  {
    image: reference,
    version: fc.constant(7),
    templates: fc.array(fc.record({ container: fc.record({ image: reference }) }), { maxLength: 2 }),
    deep: fc.record({ pods: fc.array(podSpec, { maxLength: 1 }), "a/b": fc.record({ image: reference }) }),
    containers: fc.array(container, { maxLength: 1 }),
  },
  { requiredKeys: [] },
);
const object = fc.oneof(
  podSpec.map((spec) => ({ apiVersion: "v1", kind: "Pod", spec })),
  podSpec.map((spec) => ({ apiVersion: "apps/v1", kind: "Deployment", spec: { template: { spec } } })),
  podSpec.map((spec) => ({
    apiVersion: "batch/v1",
    kind: "CronJob",
    spec: { jobTemplate: { spec: { template: { spec } } } },
  })),
  custom.map((spec) => ({ apiVersion: "ci.example.com/v1", kind: "Runner", spec })),
  custom.map((spec) => ({ apiVersion: "ci.example.com/v2", kind: "Workflow", spec })),
  custom.map((spec) => ({ apiVersion: "apiextensions.k8s.io/v1", kind: "CustomResourceDefinition", spec })),
);
const objects = fc.array(object, { minLength: 1, maxLength: 3 });

const spec = fc.constantFrom(
  { path: "spec/image", kind: "Runner" },
  { path: "spec/image" },
  { path: "spec/image", group: "ci.example.com", version: "v2" },
  { path: "spec/templates[]/container/image" },
  { path: "spec/templates/container/image", group: "ci.example.com" },
  { path: String.raw`spec/deep/a\/b/image` },
  { path: "spec/ephemeralContainers[]/image", kind: "Pod" },
  { path: "spec/template/spec/ephemeralContainers[]/image", create: false },
);
const specs = fc.array(spec, { maxLength: 3 });

interface Folder {
  readonly objects: readonly object[];
  readonly entries: readonly object[];
  readonly specs: readonly object[];
  readonly transformer: { readonly entry: object; readonly specs: readonly object[] } | undefined;
}

const folder = fc.record({
  objects,
  entries,
  specs,
  transformer: fc.option(fc.record({ entry, specs }), { nil: undefined, freq: 4 }),
});

/** Overlays of a base, a component, a folder that two others build on, and objects, images and configurations in each. */
export const imageCase: fc.Arbitrary<ImageCase> = fc
  .record({ base: folder, component: folder, overlay: folder, deprecated: entries })
  .map(({ base, component, overlay, deprecated }) => ({
    files: {
      ...folderFiles("base", base, "Kustomization", {}),
      ...folderFiles("component", component, "Component", {}),
      ...folderFiles("overlay", overlay, "Kustomization", {
        resources: ["../base"],
        components: ["../component"],
        ...(deprecated.length > 2 ? { imageTags: deprecated } : {}),
      }),
    },
    entries: overlay.entries.length,
  }));

function folderFiles(
  name: string,
  { objects: own, entries: images, specs: fields, transformer }: Folder,
  kind: string,
  more: { readonly resources?: readonly string[]; readonly [field: string]: unknown },
): Record<string, string> {
  const named = own.map((one, index) => ({ ...one, metadata: { name: `${name}-${index}` } }));
  const kustomization = {
    apiVersion: `kustomize.config.k8s.io/${kind === "Component" ? "v1alpha1" : "v1beta1"}`,
    kind,
    ...more,
    resources: [...(more.resources ?? []), "objects.yaml"],
    ...(fields.length > 0 ? { configurations: ["images.yaml"] } : {}),
    images,
    ...(transformer === undefined ? {} : { transformers: [transformerText(transformer)] }),
  };
  return {
    [`${name}/kustomization.yaml`]: JSON.stringify(kustomization),
    [`${name}/objects.yaml`]: named.map((one) => JSON.stringify(one)).join("\n---\n"),
    ...(fields.length > 0 ? { [`${name}/images.yaml`]: JSON.stringify({ images: fields }) } : {}),
  };
}

function transformerText({ entry: imageTag, specs: fieldSpecs }: Folder["transformer"] & {}): string {
  return JSON.stringify({
    apiVersion: "builtin",
    kind: "ImageTagTransformer",
    metadata: { name: "images" },
    imageTag,
    fieldSpecs,
  });
}
