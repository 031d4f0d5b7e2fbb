import { defineRisk } from "../../judge/define-risk.ts";
import { sameContainers } from "../../judge/pods.ts";

const probes = ["readinessProbe", "livenessProbe", "startupProbe"] as const;
const missed = {
  readinessProbe: "gets traffic before it can serve it",
  livenessProbe: "is not restarted when it hangs",
  startupProbe: "is judged by its other probes from the start",
} as const;

export const probeRemoved = defineRisk({
  id: "probe-removed",
  class: "caution",
  title: "a probe is removed",
  run({ before, after }) {
    return sameContainers(before, after).flatMap(({ path, name, before: own, after: other }) =>
      probes
        .filter((probe) => own[probe] !== undefined && other[probe] === undefined)
        .map((probe) => ({
          paths: [`${path}.${probe}`],
          reason: `the container ${name} has no ${probe} any more`,
          consequence: `${name} ${missed[probe]}`,
        })),
    );
  },
});
