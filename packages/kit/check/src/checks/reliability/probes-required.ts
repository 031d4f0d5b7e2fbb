import { workloadOf } from "@kit/kube";
import { podCheck } from "../../define-check.ts";
import { isKind, type PodView } from "../../view/index.ts";

export const probesRequired = podCheck({
  id: "probes-required",
  group: "reliability",
  severity: { development: "info", production: "warning" },
  title: "a container of a service has no liveness or no readiness probe",
  run: (pod, report) => {
    if (!runsOn(pod)) return;
    for (const { role, name, container, path } of pod.containers) {
      if (role !== "container") continue;
      for (const probe of ["livenessProbe", "readinessProbe"] as const) {
        if (container[probe] !== undefined) continue;
        report({ message: `the container ${name} has no ${probe}`, fix: `add a ${probe}`, path: [...path, probe] });
      }
    }
  },
});

/** What runs until somebody stops it; a job ends by itself, and so may a Pod that is not started again. */
function runsOn({ object, spec: { restartPolicy = "Always" } }: PodView): boolean {
  const workload = workloadOf(object.raw);
  if (workload === undefined || workload.ends === true) return false;
  return !isKind(object, "Pod") || restartPolicy === "Always";
}
