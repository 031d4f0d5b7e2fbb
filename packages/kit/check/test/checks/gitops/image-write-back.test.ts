import { describe, expect, test } from "vitest";
import { imageWriteBack } from "../../../src/checks/gitops/image-write-back.ts";
import { application, deliveryOf } from "../../delivery-of.ts";
import { judge } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

const own = "argocd-image-updater.argoproj.io";
const list = `${own}/image-list: web=example/web`;
const git = `${own}/write-back-method: git`;
const followed = (annotations: readonly string[], path = "generated/rendered/dev"): string =>
  application({ path, annotations: `{ ${annotations.join(", ")} }` });
const judged = (objects: string, facts: Parameters<typeof deliveryOf>[0] = {}): string[] =>
  judge(imageWriteBack, "", { id: "dev", overlay: overlayOf({}), delivery: deliveryOf({ objects, ...facts }) });
const target = (to: string): string => `${own}/write-back-target: "${to}"`;
const fix = `write \`${own}/write-back-target: kustomization:/overlays/dev\``;
const at = (key: string): string => `error Application argocd/manifests-dev metadata.annotations["${own}/${key}"]`;

describe("image-write-back", () => {
  test("passes where no updater follows it, and where the overlay is synced", () => {
    expect(judged(application())).toEqual([]);
    expect(judged(followed([list], "overlays/dev"), { sync: "overlay" })).toEqual([]);
    expect(judge(imageWriteBack, followed([list], "overlays/dev"))).toEqual([]);
  });

  test.for(["kustomization:/overlays/dev", "kustomization:../../../overlays/dev"])("passes what writes to %s", (to) => {
    expect(judged(followed([list, git, target(to)]))).toEqual([]);
    expect(judged(followed([list, `${git}:secret:argocd/git-creds`, target(to)]))).toEqual([]);
  });

  test("finds one without a kustomization to write to", () => {
    const says = `Argo CD Image Updater passes it over: generated/rendered/dev is rendered, and it says no kustomization to write to; ${fix}`;
    expect(judged(followed([list]))).toEqual([`${at("write-back-target")}: ${says}`]);
    expect(judged(followed([list, git, target("helmvalues:values.yaml")]))).toEqual([
      `${at("write-back-target")}: ${says}`,
    ]);
  });

  test("finds one that is written to itself", () => {
    const says = `Argo CD Image Updater writes the images of a kustomization into the Application, and generated/rendered/dev is not one: the next sync fails; write \`${own}/write-back-method: git\``;
    expect(judged(followed([list, target("kustomization:/overlays/dev")]))).toEqual([
      `${at("write-back-method")}: ${says}`,
    ]);
  });

  test("finds one that writes elsewhere", () => {
    expect(judged(followed([list, git, target("kustomization:/overlays/prod")]))).toEqual([
      `${at("write-back-target")}: Argo CD Image Updater writes to overlays/prod, and the environment's overlay is overlays/dev; ${fix}`,
    ]);
    expect(judged(followed([list, git, target("kustomization")]))).toEqual([
      `${at("write-back-target")}: Argo CD Image Updater writes to generated/rendered/dev, and the environment's overlay is overlays/dev; ${fix}`,
    ]);
  });

  test("finds Applications that the environment brings", () => {
    const directory = followed([list], "apps").replace("path: ", "directory: { recurse: true }, path: ");
    const brought = [directory, followed([list, git, target("kustomization:/overlays/old")])].join("---\n");
    const anywhere =
      "write `argocd-image-updater.argoproj.io/write-back-target: kustomization:/overlays/<environment>`";
    const first = `${at("write-back-target")}: Argo CD Image Updater passes it over: apps is rendered, and it says no kustomization to write to; ${anywhere}`;
    expect(judge(imageWriteBack, brought, { delivery: deliveryOf() })).toEqual([
      first,
      `${at("write-back-target")}: Argo CD Image Updater writes to overlays/old, which is not a folder with a kustomization; ${anywhere}`,
    ]);
    expect(judge(imageWriteBack, brought)).toEqual([first]);
  });
});
