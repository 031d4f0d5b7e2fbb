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
    for (const kind of ["Deployment", "StatefulSet"] as const) {
      for (const workload of environment.of(kind)) {
        const { replicas } = workload.data.spec ?? {};
        if ((replicas ?? 1) >= least || scaled.has(targetOf(workload))) continue;
        report(workload, {
          message: replicas === undefined ? "replicas is not set, which means 1" : `replicas is ${replicas}`,
          fix:
            kind === "StatefulSet"
              ? `set replicas to ${least} or more where the program shares its work among them; else exempt it, and say who waits`
              : `set replicas to ${least} or more, or add a HorizontalPodAutoscaler`,
          path: ["spec", "replicas"],
        });
      }
    }
  },
});
