import { at, workloadOf } from "@kit/kube";
import { environmentCheck } from "../../define-check.ts";
import { defaultOptions } from "../../policy/options.ts";
import { scaledIn, targetOf } from "../../scale-target.ts";

export const replicasMinimum = environmentCheck({
  id: "replicas-minimum",
  group: "reliability",
  severity: { development: "off", production: "warning" },
  title: "a workload runs fewer pods than the minimum",
  needs: ["objects", "policy"],
  run: (environment, report) => {
    const { minimumReplicas: least = defaultOptions.minimumReplicas } = environment.options ?? {};
    const scaled = scaledIn(environment);
    for (const workload of environment.objects) {
      const { rolls, replicas: path } = workloadOf(workload.raw) ?? {};
      if (rolls !== true || path === undefined) continue;
      const field = path.at(-1)!;
      const replicas = at(workload.raw, ...path);
      if (typeof replicas === "number" ? replicas >= least : least <= 1) continue;
      if (scaled.has(targetOf(workload))) continue;
      report(workload, {
        message: typeof replicas === "number" ? `${field} is ${replicas}` : `${field} is not set, which means 1`,
        fix:
          workload.kind === "StatefulSet"
            ? `set ${field} to ${least} or more where the program shares its work among them; else exempt it, and say who waits`
            : `set ${field} to ${least} or more, or add a HorizontalPodAutoscaler`,
        path,
      });
    }
  },
});
