import { describeIdentity } from "@kit/kube";
import { describePath, orderOf, tooLate, waveAnnotation, type OrderEdge, type OrderNode } from "@kit/order";
import { environmentCheck, type Said } from "../../define-check.ts";
import { isSyncedByArgocd } from "../../delivery/argocd.ts";
import type { EnvironmentView } from "../../view/index.ts";

export const syncWave = environmentCheck({
  id: "sync-wave",
  group: "gitops",
  severity: "error",
  title: "Argo CD applies an object too late for what needs it",
  run: (environment, report) => {
    if (!isOrdered(environment)) return;
    const order = orderOf(
      environment.objects.map(({ data }) => data),
      { shown: false, unplaced: environment.namespace ?? "default" },
    );
    const on = ({ index }: OrderNode, said: Said): void => report(environment.objects[index]!, said);
    for (const cycle of order.cycles) {
      const fix = "break the circle: let one of them do without the other";
      on(cycle[0]!.before, { message: `objects wait for each other: ${describePath(cycle)}`, fix });
    }
    for (const edge of order.wrongPhases) on(edge.after, ofPhases(edge));
    for (const node of order.nodes) {
      if (node.unreadable !== undefined) on(node, ofUnreadable(node.unreadable));
    }
    for (const { node, wave, needed, edge, neededIn } of tooLate(order)) {
      on(node, {
        message: `wave ${wave} is too late for ${describeIdentity(edge.after)} in wave ${neededIn}, which ${edge.reason}`,
        fix: `write the annotation \`${waveAnnotation}: "${needed}"\``,
        path: node.given === undefined ? ["metadata"] : annotation,
      });
    }
    for (const node of order.idleMigrations) on(node, idle);
  },
});

const annotation = ["metadata", "annotations", waveAnnotation];

const idle: Said = {
  message:
    "no workload waits for this migration: no pods of its namespace have its label app.kubernetes.io/name or app",
  fix: "give the Job the label of its app's pods",
  path: ["metadata", "labels"],
  severity: "warning",
};

/** Where nobody says who syncs it, as of files that somebody names, only what speaks to Argo CD itself is judged. */
function isOrdered(environment: EnvironmentView): boolean {
  if (environment.delivery !== undefined) return isSyncedByArgocd(environment);
  const speaks = environment.objects.some(({ annotations }) =>
    Object.keys(annotations).some((key) => key === waveAnnotation || key === "argocd.argoproj.io/hook"),
  );
  return environment.id !== undefined || speaks;
}

function ofPhases({ before, after, reason }: OrderEdge): Said {
  return {
    message: `its phase ${after.phase} is over when ${describeIdentity(before)} is applied, and it ${reason}`,
    fix: `make it a hook of the phase ${before.phase}`,
    path: ["metadata", "annotations"],
  };
}

function ofUnreadable(wave: string): Said {
  return {
    message: `${wave} is not a whole number, and Argo CD takes it for 0`,
    fix: 'write a whole number as text, such as "-1"',
    path: annotation,
  };
}
