import { argoOptionsOf, mapOf } from "@kit/kube";
import { configReferences } from "../../config-references.ts";
import { deliveryCheck } from "../../define-check.ts";
import { optionsOf } from "../../delivery/argocd.ts";
import type { Sync } from "../../delivery/syncs.ts";
import type { EnvironmentView } from "../../view/index.ts";

export const pruneLast = deliveryCheck({
  id: "prune-last",
  group: "gitops",
  severity: "warning",
  title: "an Application deletes a ConfigMap or a Secret that got another name while pods still read it",
  run: (application, report, environment) => {
    if (application.engine !== "argocd" || !application.isOwn || !prunes(application, environment)) return;
    if (optionsOf(application).includes("PruneLast=true")) return;
    const read = readByPods(environment);
    if (read.length === 0) return;
    report(application, {
      message: `when one of ${read.join(", ")} gets another name, Argo CD deletes the old one while pods still read it`,
      fix: "add PruneLast=true to syncOptions",
      path: ["spec", "syncPolicy", "syncOptions"],
    });
  },
});

/** Where each sync is started by hand, whoever starts it chooses. */
function prunes({ data }: Sync, { delivery }: EnvironmentView<"delivery">): boolean {
  const { automated } = mapOf(mapOf(data["spec"])["syncPolicy"]);
  const isByHand = (automated ?? undefined) === undefined || mapOf(automated)["enabled"] === false;
  return isByHand ? delivery?.prune === true : mapOf(automated)["prune"] === true;
}

/** The environment's ConfigMaps and Secrets that pods read, but for those that say themselves how they are pruned. */
function readByPods(environment: EnvironmentView<"objects">): string[] {
  const read = environment.pods.flatMap((pod) =>
    configReferences(pod).flatMap(({ kind, name }) => {
      const object = environment.find(kind, pod.namespace, name);
      const options = object === undefined ? [] : argoOptionsOf(object);
      const isPlain = !options.includes("PruneLast=true") && !options.includes("Prune=false");
      return object !== undefined && isPlain ? [`${kind} ${name}`] : [];
    }),
  );
  return [...new Set(read)].toSorted();
}
