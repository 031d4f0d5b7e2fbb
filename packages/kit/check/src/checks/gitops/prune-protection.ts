import { argoOptionsOf, tellsFlux } from "@kit/kube";
import { isSyncedByArgocd } from "../../delivery/argocd.ts";
import { isSyncedByFlux } from "../../delivery/flux.ts";
import { objectCheck } from "../../define-check.ts";

const lost = {
  CustomResourceDefinition: "with all objects of its kind",
  Namespace: "with everything in it",
  PersistentVolumeClaim: "with its data",
};

export const pruneProtection = objectCheck({
  id: "prune-protection",
  group: "gitops",
  severity: { development: "info", production: "warning" },
  title: "a sync may delete a Namespace, a definition with its objects, or the data of a claim",
  kinds: ["CustomResourceDefinition", "Namespace", "PersistentVolumeClaim"],
  needs: ["delivery"],
  run: (object, report, environment) => {
    const { kind } = object;
    // A preview goes with its pull request, and all that it has: that is meant.
    if (environment.delivery?.prune !== true || environment.copies !== undefined) return;
    const options = argoOptionsOf(object);
    const say = (who: string, annotation: string): void =>
      report({
        message: `when it is no longer rendered, ${who} deletes it ${lost[kind as keyof typeof lost]}`,
        fix: `write \`${annotation}\``,
        path: ["metadata", "annotations"],
      });
    if (isSyncedByArgocd(environment) && !options.includes("Prune=false") && !options.includes("Prune=confirm")) {
      say("Argo CD", "argocd.argoproj.io/sync-options: Prune=false");
    }
    if (isSyncedByFlux(environment) && !tellsFlux(object, "prune", "disabled")) {
      say("Flux", "kustomize.toolkit.fluxcd.io/prune: disabled");
    }
  },
});
