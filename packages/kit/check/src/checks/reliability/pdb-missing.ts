import { environmentCheck } from "../../define-check.ts";
import { severalOf } from "../../replicas.ts";

export const pdbMissing = environmentCheck({
  id: "pdb-missing",
  group: "reliability",
  severity: { development: "off", production: "warning" },
  title: "no PodDisruptionBudget keeps a drain from taking all pods of a workload at once",
  needs: ["objects"],
  run: (environment, report) => {
    const covered = new Set(
      environment.of("PodDisruptionBudget").flatMap(({ namespace, data }) => {
        const { selector } = data.spec ?? {};
        return selector === undefined ? [] : environment.podsOf(namespace, selector);
      }),
    );
    for (const pod of environment.pods) {
      const several = severalOf(pod, environment);
      if (several === undefined || covered.has(pod)) continue;
      const { atLeast } = several;
      const which = atLeast === undefined ? "those at once that something scales it to" : `all ${atLeast} at once`;
      const message = `no PodDisruptionBudget selects its pods, so that a drain may take ${which}`;
      const fix = "add a PodDisruptionBudget with maxUnavailable: 1 (`disruptionBudget` of typed-manifests)";
      // That nobody wrote `replicas`, replicas-minimum says there.
      if (atLeast === undefined) report(pod.object, { path: pod.metadataPath, message, fix, severity: "info" });
      else report(pod.object, { path: ["spec", "replicas"], message, fix });
    }
  },
});
