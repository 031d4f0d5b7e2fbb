import { environmentCheck } from "../../define-check.ts";
import { replicasOf } from "../../replicas.ts";

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
      const count = replicasOf(pod, environment) ?? 0;
      if (count < 2 || covered.has(pod)) continue;
      const message = `no PodDisruptionBudget selects its pods, so that a drain may take all ${count} at once`;
      const fix = "add a PodDisruptionBudget with maxUnavailable: 1 (`disruptionBudget` of typed-manifests)";
      report(pod.object, { path: ["spec", "replicas"], message, fix });
    }
  },
});
