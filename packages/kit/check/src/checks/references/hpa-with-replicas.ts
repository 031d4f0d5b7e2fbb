import { at, workloadOf } from "@kit/kube";
import { environmentCheck } from "../../define-check.ts";
import { scaledIn, targetOf } from "../../scale-target.ts";

export const hpaWithReplicas = environmentCheck({
  id: "hpa-with-replicas",
  group: "references",
  severity: "warning",
  title: "a workload states its replicas while an autoscaler sets them",
  needs: ["objects"],
  run: (environment, report) => {
    const scaled = scaledIn(environment);
    for (const workload of environment.objects) {
      const hpa = scaled.get(targetOf(workload));
      const path = hpa === undefined ? undefined : workloadOf(workload.raw)?.replicas;
      const replicas = path === undefined ? undefined : at(workload.raw, ...path);
      if (path === undefined || typeof replicas !== "number") continue;
      const field = path.at(-1)!;
      report(workload, {
        message: `${field} is ${replicas}, and the HorizontalPodAutoscaler ${hpa} sets it too: each deployment undoes what it has scaled`,
        fix: `leave ${field} out, and set minReplicas of the autoscaler`,
        path,
      });
    }
  },
});
