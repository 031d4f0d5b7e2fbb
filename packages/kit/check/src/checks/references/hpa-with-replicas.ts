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
    for (const kind of ["Deployment", "StatefulSet", "ReplicaSet"] as const) {
      for (const workload of environment.of(kind)) {
        const { replicas } = workload.data.spec ?? {};
        const hpa = scaled.get(targetOf(workload));
        if (replicas === undefined || hpa === undefined) continue;
        report(workload, {
          message: `replicas is ${replicas}, and the HorizontalPodAutoscaler ${hpa} sets it too: each deployment undoes what it has scaled`,
          fix: "leave replicas out, and set minReplicas of the autoscaler",
          path: ["spec", "replicas"],
        });
      }
    }
  },
});
