import { overlayCheck } from "../../define-check.ts";

export const argocdSourceFile = overlayCheck({
  id: "argocd-source-file",
  group: "gitops",
  severity: "warning",
  title: "an overlay has a file of Argo CD Image Updater that nothing of what is deployed reads",
  needs: ["delivery"],
  run: ({ overlay, delivery }, report) => {
    // Argo CD reads it where it builds the overlay itself.
    if (delivery?.sync === "overlay" && delivery.engines.includes("argocd")) return;
    const folder = overlay.file.slice(0, overlay.file.lastIndexOf("/"));
    for (const file of overlay.texts.keys()) {
      const name = file.slice(folder.length + 1);
      if (!file.startsWith(`${folder}/`) || !/^\.argocd-source(?:-[^/]+)?\.yaml$/.test(name)) continue;
      report(file, {
        message: `${name} takes effect only where Argo CD builds the overlay itself: not in generated/rendered, nor for kubectl apply -k`,
        fix: `have Argo CD Image Updater write to \`kustomization:/${folder}\`, set the versions in \`images:\`, and remove the file`,
      });
    }
  },
});
