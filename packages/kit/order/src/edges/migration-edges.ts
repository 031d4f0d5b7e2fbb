import { at, mapOf, textOf } from "@kit/kube";
import type { AddEdge } from "../edge.ts";
import type { IndexedObject, ObjectIndex } from "../object-index.ts";

/** A migration is done before the workloads of its app start. */
export function migrationEdges(index: ObjectIndex, add: AddEdge): void {
  for (const migration of migrationsOf(index)) {
    for (const workload of workloadsOf(index, migration)) {
      add(migration.node, workload.node, "ready", "needs the data as it leaves them");
    }
  }
}

/** What `migration` of typed-manifests makes: hooks, so that each sync runs them anew, with the label that says what they are. */
export function migrationsOf(index: ObjectIndex): IndexedObject[] {
  return index.of("batch/Job").filter(({ data }) => {
    return isHook(data) && at(data, "metadata", "labels", "app.kubernetes.io/component") === "migration";
  });
}

/** The workloads in its namespace whose pods have the app's label; hooks say themselves when they run. */
export function workloadsOf(index: ObjectIndex, { node, data }: IndexedObject): IndexedObject[] {
  const labels = mapOf(at(data, "metadata", "labels"));
  const found = appLabels.flatMap((label) => {
    const value = textOf(labels[label]);
    return value === undefined ? [] : index.labelled(node.namespace, label, value);
  });
  return [...new Set(found)].filter((workload) => !isHook(workload.data));
}

/** The labels that say which app pods belong to. */
const appLabels = ["app.kubernetes.io/name", "app"] as const;

function isHook(data: unknown): boolean {
  const annotations = mapOf(at(data, "metadata", "annotations"));
  return "argocd.argoproj.io/hook" in annotations || "helm.sh/hook" in annotations;
}
