import { textOf } from "@kit/kube";
import { deliveryCheck, type FindingDraft } from "../../define-check.ts";
import { annotationsOf } from "../../delivery/argocd.ts";
import { foldersOf, normalFolder, type SyncedFolder } from "../../delivery/sources.ts";
import { folderHere } from "../../delivery/synced-folders.ts";
import type { Sync } from "../../delivery/syncs.ts";
import type { Delivery, EnvironmentView } from "../../view/index.ts";

const own = "argocd-image-updater.argoproj.io";

export const imageWriteBack = deliveryCheck({
  id: "image-write-back",
  group: "gitops",
  severity: "error",
  title: "Argo CD Image Updater passes an Application over, or writes where nothing reads it",
  needs: ["overlay"],
  run: (application, report, environment) => {
    if (application.engine !== "argocd" || textOf(annotationsOf(application)[`${own}/image-list`]) === undefined)
      return;
    const [rendered] = foldersOf(application, environment.delivery).filter((one) =>
      isRendered(application, one, environment.delivery),
    );
    const said = rendered === undefined ? undefined : problemOf(application, rendered, environment);
    if (said !== undefined) report(application, said);
  },
});

/** Whether what is followed are plain manifests, which have no `images:` to write. */
function isRendered(
  { isOwn }: Sync,
  { folder, isHere, source }: SyncedFolder,
  delivery: Delivery | undefined,
): boolean {
  if (isOwn) return delivery?.sync === "rendered";
  if (source["directory"] !== undefined) return true;
  const here = delivery === undefined || isHere !== true ? folder : folderHere(delivery, folder);
  return here !== undefined && `${here}/`.startsWith("generated/rendered/");
}

function problemOf(
  application: Sync,
  { folder }: SyncedFolder,
  { delivery, overlay }: EnvironmentView<"delivery" | "overlay">,
): FindingDraft | undefined {
  const annotations = annotationsOf(application);
  const { isOwn } = application;
  const [method, target] = ["write-back-method", "write-back-target"].map((key) =>
    textOf(annotations[`${own}/${key}`]),
  );
  const expected =
    isOwn && overlay !== undefined ? normalFolder(`${delivery?.directory ?? ""}/${overlay.file}/..`) : undefined;
  const fix = `write \`${own}/write-back-target: kustomization:/${expected ?? "overlays/<environment>"}\``;
  const at = (key: string): Pick<FindingDraft, "path"> => ({ path: ["metadata", "annotations", `${own}/${key}`] });
  // A template fills it in.
  if (`${method ?? ""}${target ?? ""}`.includes("{{")) return undefined;
  if (target === undefined || !/^kustomization(?::|$)/.test(target)) {
    const message = `Argo CD Image Updater passes it over: ${folder} is rendered, and it says no kustomization to write to`;
    return { message, fix, ...at("write-back-target") };
  }
  if (!/^git(?::|$)/.test(method ?? "")) {
    const message = `Argo CD Image Updater writes the images of a kustomization into the Application, and ${folder} is not one: the next sync fails`;
    return { message, fix: `write \`${own}/write-back-method: git\``, ...at("write-back-method") };
  }
  const [, named = "."] = /^kustomization:(.*)$/.exec(target) ?? [];
  const written = normalFolder(named.startsWith("/") ? named : `${folder}/${named}`);
  if (expected !== undefined && written !== expected) {
    const message = `Argo CD Image Updater writes to ${written}, and the environment's overlay is ${expected}`;
    return { message, fix, ...at("write-back-target") };
  }
  const here = delivery === undefined ? undefined : folderHere(delivery, written);
  if (delivery === undefined || here === undefined || (delivery.folders.has(here) && !isRenderedFolder(here)))
    return undefined;
  const message = `Argo CD Image Updater writes to ${written}, which is not a folder with a kustomization`;
  return { message, fix, ...at("write-back-target") };
}

function isRenderedFolder(folder: string): boolean {
  return `${folder}/`.startsWith("generated/rendered/");
}
