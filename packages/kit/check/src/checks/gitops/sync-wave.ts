import { orderOf, orderProblems, waveAnnotation, type OrderNode, type OrderProblem } from "@kit/order";
import { environmentCheck } from "../../define-check.ts";
import { isSyncedByArgocd } from "../../delivery/argocd.ts";
import type { EnvironmentView } from "../../view/index.ts";

export const syncWave = environmentCheck({
  id: "sync-wave",
  group: "gitops",
  severity: "error",
  title: "Argo CD applies an object too late for what needs it",
  needs: ["delivery", "objects"],
  run: (environment, report) => {
    if (!isOrdered(environment)) return;
    const order = orderOf(
      environment.objects.map(({ data }) => data),
      { shown: false, unplaced: environment.namespace ?? "default" },
    );
    for (const { kind, node, message, fix } of orderProblems(order)) {
      const severity = kind === "idle-migration" ? { severity: "warning" as const } : {};
      report(environment.objects[node.index]!, { message, fix, path: pathOf(kind, node), ...severity });
    }
  },
});

function pathOf(kind: OrderProblem["kind"], { given, unreadable }: OrderNode): string[] {
  if (kind === "cycle") return [];
  if (kind === "idle-migration") return ["metadata", "labels"];
  if (kind === "phase") return ["metadata", "annotations"];
  return given === undefined && unreadable === undefined ? ["metadata"] : ["metadata", "annotations", waveAnnotation];
}

/** Where nobody says who syncs it, as of files that somebody names, only what speaks to Argo CD itself is judged. */
function isOrdered(environment: EnvironmentView<"delivery" | "objects">): boolean {
  if (environment.delivery !== undefined) return isSyncedByArgocd(environment);
  const speaks = environment.objects.some(({ annotations }) =>
    Object.keys(annotations).some((key) => key === waveAnnotation || key === "argocd.argoproj.io/hook"),
  );
  return environment.id !== undefined || speaks;
}
