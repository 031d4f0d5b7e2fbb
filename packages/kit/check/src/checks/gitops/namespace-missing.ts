import { mapOf, textOf } from "@kit/kube";
import { applicationOf, isSyncedByArgocd } from "../../delivery/argocd.ts";
import { isSyncedByFlux, kustomizationSpecOf } from "../../delivery/flux.ts";
import { environmentCheck, type FindingDraft } from "../../define-check.ts";
import type { EnvironmentView } from "../../view/index.ts";

export const namespaceMissing = environmentCheck({
  id: "namespace-missing",
  group: "gitops",
  severity: { development: "info", production: "warning" },
  title: "an object leaves its namespace to its sync",
  needs: ["delivery", "objects"],
  run: (environment, report) => {
    if (environment.delivery === undefined) return;
    const said = consequenceFor(environment);
    for (const object of environment.objects) {
      if (object.schema?.namespaced !== true || mapOf(object.raw["metadata"])["namespace"] !== undefined) continue;
      const fix = "write its `metadata.namespace`: the environment's does not reach it";
      report(object, { ...said, fix, path: ["metadata", "namespace"] });
    }
  },
});

type Consequence = Pick<FindingDraft, "message" | "severity">;

/** Flux applies an object as it is, and Argo CD fills in the namespace of the Application's destination. */
function consequenceFor(environment: EnvironmentView<"delivery" | "objects">): Consequence {
  const flux = kustomizationSpecOf(environment);
  const target = textOf(flux["targetNamespace"]);
  if (isSyncedByFlux(environment) && flux["path"] !== undefined && target === undefined) return refusedBy("Flux");
  const application = isSyncedByArgocd(environment) ? applicationOf(environment) : undefined;
  const filled = textOf(mapOf(mapOf(application?.data["spec"])["destination"])["namespace"]);
  if (application !== undefined && filled === undefined) return refusedBy("Argo CD");
  const from = filled ?? target;
  const where = from === undefined ? "" : `, ${from}`;
  return {
    message: `it names no namespace, and gets that of whatever syncs it${where}: applied in another way it ends elsewhere`,
  };
}

function refusedBy(who: string): Consequence {
  return { message: `it names no namespace, and nothing else does: ${who} does not sync it`, severity: "error" };
}
