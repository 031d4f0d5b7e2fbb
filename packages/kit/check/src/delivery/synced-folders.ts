import { listOf } from "@kit/kube";
import type { Delivery, EnvironmentView } from "../view/index.ts";
import { normalFolder } from "./sources.ts";

/** The folder of this repository at a path of the Git repository; undefined where that is beside it. */
export function folderHere({ directory }: Delivery, folder: string): string | undefined {
  if (directory === "" || folder === directory) return directory === "" ? folder : "";
  return folder.startsWith(`${directory}/`) ? folder.slice(directory.length + 1) : undefined;
}

/** The folder that is synced of an environment, from the Git repository's root. */
export function syncedFolderOf({ delivery, id = "", copies }: EnvironmentView<"delivery">): string {
  if (copies !== undefined) return inGit(delivery, `generated/gitops/previews/${id}`);
  return inGit(delivery, delivery?.sync === "overlay" ? `overlays/${id}` : `generated/rendered/${id}`);
}

/** Every folder that what is synced of an environment is made of, from the Git repository's root. */
export function inputsOf(environment: EnvironmentView<"delivery" | "overlay">): string[] {
  const { delivery, overlay, copies } = environment;
  const synced = syncedFolderOf(environment);
  if (delivery?.sync !== "overlay" || overlay === undefined || copies !== undefined) return [synced];
  const folder = parentOf(overlay.file);
  const named = ["resources", "components", "bases"]
    .flatMap((field) => listOf(overlay.content[field]))
    .flatMap((entry) => (typeof entry === "string" && isLocal(entry) ? [normalFolder(`${folder}/${entry}`)] : []));
  // A folder below overlays/ may build on others.
  const read = [...overlay.texts.keys()].map(parentOf);
  const others = [...named, ...read].filter((one) => !`${one}/`.startsWith(`${folder}/`));
  return [...new Set([synced, ...others.map((one) => inGit(delivery, one))])].toSorted();
}

/** Kustomize fetches what has a host; files beside the overlay it refuses. */
function isLocal(entry: string): boolean {
  return !/:|\?|^github\.com\/|\.ya?ml$/.test(entry);
}

function parentOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf("/")));
}

function inGit(delivery: Delivery | undefined, folder: string): string {
  return normalFolder(`${delivery?.directory ?? ""}/${folder}`);
}
