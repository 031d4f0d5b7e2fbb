import { describe, expect, test } from "vitest";
import { generatePaths } from "../../../src/checks/gitops/generate-paths.ts";
import { application, applicationSet, deliveryOf, fluxKustomization } from "../../delivery-of.ts";
import { judge } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

const dev = { id: "dev" };
const key = "argocd.argoproj.io/manifest-generate-paths";
const at = (object: string): string => `${object} metadata.annotations["${key}"]`;
const named = (paths: string, path = "generated/rendered/dev"): string =>
  application({ path, annotations: `{ ${key}: "${paths}" }` });
const overlay = overlayOf({
  content: {
    resources: [
      "./../../generated/bases/shop/web",
      "service.yaml",
      "cache",
      "https://github.com/example/base?ref=v1",
      "github.com/example/base",
      "git@github.com:example/base",
    ],
    components: ["../../generated/environments/dev", "../shared"],
  },
  texts: {
    "overlays/dev/kustomization.yaml": "",
    "overlays/dev/patches/web.yaml": "",
    "overlays/shared/kustomization.yaml": "",
    "overlays/labels/kustomization.yaml": "",
  },
});

describe("generate-paths", () => {
  test.for([
    "/generated/rendered/dev",
    ".",
    "../dev",
    "/",
    " /docs ; /generated/rendered ",
    "/generated/*/dev",
    "/generated/rendered/*.yaml",
  ])("passes %s, which has what is rendered", (paths) => {
    expect(judge(generatePaths, "", { ...dev, delivery: deliveryOf({ objects: named(paths) }) })).toEqual([]);
  });

  test("passes an overlay with all that it is built from", () => {
    const objects = named("/overlays;/generated/bases/shop/web;/generated/environments", "overlays/dev");
    expect(judge(generatePaths, "", { ...dev, overlay, delivery: deliveryOf({ sync: "overlay", objects }) })).toEqual(
      [],
    );
  });

  test("passes Kustomizations of Flux, Helm charts, and Applications of other repositories", () => {
    const without = application({ annotations: "{}", repository: "https://github.com/example/other.git" });
    const chart = application({ annotations: "{}" }).replace("targetRevision: main", "chart: redis");
    const delivery = deliveryOf({ objects: fluxKustomization() });
    expect(judge(generatePaths, `${without}---\n${chart}`, { ...dev, delivery })).toEqual([]);
    expect(judge(generatePaths, application({ annotations: "{}" }))).toEqual([]);
  });

  test("passes what the template of an ApplicationSet fills in", () => {
    const elements = [
      { name: "manifests-dev", path: "generated/rendered/dev", annotations: { [key]: "/{{ .folder }}" } },
    ];
    const delivery = deliveryOf({ objects: applicationSet(elements) });
    expect(judge(generatePaths, "", { ...dev, delivery })).toEqual([]);
  });

  test("finds an Application that names none", () => {
    const delivery = deliveryOf({ objects: application({ annotations: "{}" }) });
    const brought = application({
      annotations: "{}",
      path: "apps",
      repository: "https://github.com/Example/manifests",
    });
    const says = "every commit to the repository renders it again: nothing says which folders it is made of";
    expect(judge(generatePaths, brought, { ...dev, delivery })).toEqual([
      `warning ${at("Application argocd/manifests-dev")}: ${says}; write \`${key}: /generated/rendered/dev\``,
      `warning ${at("Application argocd/manifests-dev")}: ${says}; write \`${key}: /apps\``,
    ]);
  });

  test("finds one that leaves out what it is made of", () => {
    const objects = named(".;/generated/bases/shop/webshop", "overlays/dev");
    const missing = "generated/bases/shop/web, generated/environments/dev, overlays/labels, overlays/shared";
    const all = "/generated/bases/shop/web;/generated/environments/dev;/overlays/dev;/overlays/labels;/overlays/shared";
    const found = judge(generatePaths, "", { ...dev, overlay, delivery: deliveryOf({ sync: "overlay", objects }) });
    expect(found).toEqual([
      `error ${at("Application argocd/manifests-dev")}: a commit to ${missing} alone does not sync it: the paths that it names leave that out; write ${all}`,
    ]);
  });

  test("finds files that are judged alone, and the element of an ApplicationSet", () => {
    const says =
      "a commit to generated/rendered/dev alone does not sync it: the paths that it names leave that out; write /generated/rendered/dev";
    expect(judge(generatePaths, named("/overlays/dev"))).toEqual([
      `error ${at("Application argocd/manifests-dev")}: ${says}`,
    ]);
    const objects = applicationSet([
      { name: "manifests-dev", path: "generated/rendered/dev", annotations: { [key]: "/overlays/dev" } },
    ]);
    expect(judge(generatePaths, "", { ...dev, delivery: deliveryOf({ objects }) })).toEqual([
      `error ApplicationSet argocd/manifests spec.generators[0].list.elements[0]: ${says}`,
    ]);
  });
});
