import { byCodeUnits } from "@kit/text";
import { groupOf } from "@kit/kube";
import type { PlannedEnvironment } from "../plan.ts";
import { inNamespace } from "../rendered-object.ts";

interface AllowedKind {
  readonly group: string;
  readonly kind: string;
  readonly name?: string;
}

/**
 * What a project must go on allowing when the last object of the kind is removed, or Argo CD could not prune it. None
 * of these gives rights, limits others or leaves its namespace.
 */
const always = [
  "/ConfigMap",
  "/PersistentVolumeClaim",
  "/Service",
  "/ServiceAccount",
  "apps/DaemonSet",
  "apps/Deployment",
  "apps/StatefulSet",
  "autoscaling/HorizontalPodAutoscaler",
  "batch/CronJob",
  "batch/Job",
  "networking.k8s.io/Ingress",
  "networking.k8s.io/NetworkPolicy",
  "policy/PodDisruptionBudget",
];

/**
 * The kinds that the project of an environment allows: those that are rendered, those that `allow` names, and plain
 * ones that could be pruned tomorrow. Of what is in no namespace, such as the Namespace, only the objects that are rendered.
 */
export function allowedKinds({ objects, sync }: PlannedEnvironment): {
  cluster: AllowedKind[];
  namespaced: AllowedKind[];
} {
  const isNamespaced = inNamespace(objects);
  const cluster = objects.filter((object) => !isNamespaced(object));
  const rendered = objects.filter(isNamespaced).map(({ apiVersion, kind }) => `${groupOf(apiVersion)}/${kind}`);
  const named = (sync.allow ?? []).map((one) => (one.includes("/") ? one : `/${one}`));
  return {
    cluster: cluster
      .map(({ apiVersion, kind, name }) => ({ group: groupOf(apiVersion), kind, name }))
      .toSorted((one, other) => byCodeUnits(textOf(one), textOf(other))),
    namespaced: [...new Set([...always, ...rendered, ...named])].toSorted(byCodeUnits).map((one) => {
      const [group = "", kind = ""] = one.split("/");
      return { group, kind };
    }),
  };
}

function textOf({ group, kind, name = "" }: AllowedKind): string {
  return `${group}/${kind}/${name}`;
}
