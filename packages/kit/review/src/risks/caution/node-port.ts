import { isMap, type Loose } from "@kit/kube";
import { listAt } from "../../data.ts";
import { changesAt } from "../../judge/fields.ts";
import { defineRisk } from "../../judge/define-risk.ts";

export const nodePort = defineRisk({
  id: "node-port",
  class: "caution",
  title: "the port of the nodes changes under which a Service is reached",
  run(change) {
    const { op, id, before, after } = change;
    if (op !== "changed" || id.group !== "" || id.kind !== "Service") return [];
    const [own, other] = [nodePortsOf(before), nodePortsOf(after)];
    const gone = own.filter((port) => !other.includes(port));
    const come = other.filter((port) => !own.includes(port));
    const paths = changesAt(change, "spec.ports").map(({ path }) => path);
    return [
      ...gone.map((port) => ({ paths, reason: `the NodePort ${port} is gone`, consequence: "who uses it is refused" })),
      ...come.map((port) => ({
        paths,
        reason: `the NodePort ${port} is new`,
        consequence: "every node answers there, if no other Service has it",
      })),
    ];
  },
});

function nodePortsOf(service: Loose | undefined): number[] {
  return listAt(service, "spec", "ports")
    .filter(isMap)
    .flatMap(({ nodePort: port }) => (typeof port === "number" ? [port] : []));
}
