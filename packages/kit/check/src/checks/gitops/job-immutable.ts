import { argoOptionsOf, tellsFlux } from "@kit/kube";
import { isHook, isSyncedByArgocd } from "../../delivery/argocd.ts";
import { isSyncedByFlux, kustomizationSpecOf } from "../../delivery/flux.ts";
import { objectCheck } from "../../define-check.ts";
import { parseImage } from "@kit/model";
import type { View } from "../../view/index.ts";

export const jobImmutable = objectCheck({
  id: "job-immutable",
  group: "gitops",
  severity: "warning",
  title: "a sync cannot change a Job, and nothing says to replace it",
  kinds: ["Job"],
  needs: ["delivery", "objects"],
  run: (job, report, environment) => {
    if (job.name === "" || isNamedByVersion(job)) return;
    const path = ["metadata", "annotations"];
    if (isSyncedByArgocd(environment) && !isHook(job) && !argoOptionsOf(job).includes("Force=true")) {
      const fix =
        "make it a hook (`argocd.argoproj.io/hook: Sync`), or write `argocd.argoproj.io/sync-options: Force=true,Replace=true`";
      report({ message: refusedBy("Argo CD"), fix, path });
    }
    const isForced = tellsFlux(job, "force", "enabled") || kustomizationSpecOf(environment)["force"] === true;
    if (isSyncedByFlux(environment) && !isForced) {
      report({ message: refusedBy("Flux"), fix: "write `kustomize.toolkit.fluxcd.io/force: enabled`", path });
    }
  },
});

function refusedBy(who: string): string {
  return `${who} cannot change the Job in place: a new image is refused, because its pod template is immutable`;
}

/** A Job whose name has the tag of its image is a new one with each version. */
function isNamedByVersion({ name, data }: View<"Job">): boolean {
  const { containers = [] } = data.spec?.template?.spec ?? {};
  return containers.some(({ image = "" }) => {
    const { tag = "" } = parseImage(image);
    const written = tag.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
    return written !== "" && name.replaceAll(".", "-").includes(written);
  });
}
