import { statedReplicas } from "@kit/kube";
import { changesAt } from "../../judge/fields.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import { emptiedPorts, reachedServices } from "../../judge/endpoints.ts";
import { templateOf } from "../../judge/pods.ts";

export const endpointsLost = defineRisk({
  id: "endpoints-lost",
  class: "breaks",
  title: "no pod answers on a port of a Service any more",
  run(change, context) {
    const { op, id, before, after } = change;
    const isService = id.group === "" && id.kind === "Service";
    const template = templateOf(before);
    if (op === "added" || (!isService && template === undefined)) return [];
    // Who scales to nothing wants that; replicas-lowered says it.
    if (after !== undefined && statedReplicas(after) === 0) return [];
    const places = isService ? ["spec.selector", "spec.ports", "spec.type"] : [(template ?? []).join(".")];
    const paths = places
      .flatMap((place) => changesAt(change, place))
      .map(({ path }) => path)
      .filter((path) => isService || ofEndpoints.test(path));
    if (op === "changed" && paths.length === 0) return [];
    return reachedServices(change, context).flatMap((service) =>
      emptiedPorts(service).map(({ name, port }) => ({
        ...(op === "changed" ? { paths } : {}),
        reason: `no pod here answers on the port ${name === "" ? port : `${port} (${name})`} of the Service ${service.after.name} any more`,
        consequence: "connections to it are refused",
      })),
    );
  },
});

/** What of a pod template says who answers where: labels, and ports of containers. */
const ofEndpoints = /metadata(?:\.labels.*)?$|ontainers(?:\[[^\]]*\](?:\.ports.*|\.restartPolicy)?)?$/;
