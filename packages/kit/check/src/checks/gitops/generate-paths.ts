import { textOf } from "@kit/kube";
import { deliveryCheck } from "../../define-check.ts";
import { annotationsOf } from "../../delivery/argocd.ts";
import { foldersOf, normalFolder } from "../../delivery/sources.ts";
import { inputsOf } from "../../delivery/synced-folders.ts";

const key = "argocd.argoproj.io/manifest-generate-paths";

export const generatePaths = deliveryCheck({
  id: "generate-paths",
  group: "gitops",
  severity: "warning",
  title: "an Application does not say which folders it is made of, or leaves one out",
  needs: ["overlay"],
  run: (application, report, environment) => {
    if (application.engine !== "argocd") return;
    const folders = foldersOf(application, environment.delivery);
    if (folders.length === 0) return;
    const inputs = application.isOwn ? inputsOf(environment) : folders.map(({ folder }) => folder);
    const path = ["metadata", "annotations", key];
    const written = textOf(annotationsOf(application)[key]);
    if (written === undefined) {
      // Of another repository nobody knows here what else changes in it.
      if (!folders.some(({ isHere }) => isHere === true)) return;
      const message = "every commit to the repository renders it again: nothing says which folders it is made of";
      report(application, { message, fix: `write \`${key}: ${pathsText(inputs)}\``, path });
      return;
    }
    // A template fills it in.
    if (written.includes("{{")) return;
    const paths = written
      .split(";")
      .map((one) => one.trim())
      .filter((one) => one !== "");
    const missing = inputs.filter(
      (input) => !paths.some((one) => folders.some(({ folder }) => covers(one, folder, input))),
    );
    if (missing.length === 0) return;
    report(application, {
      message: `a commit to ${missing.join(", ")} alone does not sync it: the paths that it names leave that out`,
      fix: `write ${pathsText(inputs)}`,
      path,
      severity: "error",
    });
  },
});

/** Whether a path of the annotation has a folder in it: from the root, or from the folder that is followed. */
function covers(path: string, folder: string, input: string): boolean {
  const from = normalFolder(path.startsWith("/") ? path : `${folder}/${path}`);
  const pattern = from.search(/[*?[]/);
  // What a pattern takes depends on the files that there are.
  if (pattern !== -1) return `${input}/`.startsWith(from.slice(0, from.lastIndexOf("/", pattern) + 1));
  return from === "" || `${input}/`.startsWith(`${from}/`);
}

function pathsText(folders: readonly string[]): string {
  return folders.map((folder) => `/${folder}`).join(";");
}
