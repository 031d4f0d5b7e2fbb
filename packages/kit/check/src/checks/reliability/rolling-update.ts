import { objectCheck } from "../../define-check.ts";
import { isServed, replicasOf } from "../../replicas.ts";
import type { PodView } from "../../view/index.ts";

export const rollingUpdate = objectCheck({
  id: "rolling-update",
  group: "reliability",
  severity: { development: "off", production: "warning" },
  title: "an update takes every pod behind a Service away at once",
  kinds: ["Deployment"],
  needs: ["objects"],
  run: (deployment, report, environment) => {
    const { pod } = deployment;
    if (pod === undefined || !isServed(pod, environment) || mountsClaim(pod)) return;
    const { type = "RollingUpdate", rollingUpdate: { maxUnavailable = "25%" } = {} } =
      deployment.data.spec?.strategy ?? {};
    const fix = "let it roll, with maxUnavailable: 0 and maxSurge: 1";
    if (type === "Recreate") {
      const message = "Recreate stops every pod before the first new one starts";
      report({ path: ["spec", "strategy", "type"], message, fix });
      return;
    }
    const count = replicasOf(pod, environment) ?? 0;
    if (count === 0 || !takesAll(maxUnavailable, count)) return;
    const message = `maxUnavailable ${maxUnavailable} lets an update stop all pods at once (${count})`;
    report({ path: ["spec", "strategy", "rollingUpdate", "maxUnavailable"], message, fix });
  },
});

// A volume that one node at a time may write cannot be handed over while both pods run.
function mountsClaim({ spec }: PodView): boolean {
  return (spec.volumes ?? []).some(
    ({ persistentVolumeClaim: claim }) => claim !== undefined && claim.readOnly !== true,
  );
}

/** A share is rounded down, as the deployment controller does: only all of it takes all. */
function takesAll(maxUnavailable: string | number, count: number): boolean {
  return typeof maxUnavailable === "number" ? maxUnavailable >= count : maxUnavailable === "100%";
}
