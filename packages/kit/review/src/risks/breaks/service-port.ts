import { isMap, type Loose } from "@kit/kube";
import { listAt } from "../../data.ts";
import { changesAt } from "../../judge/fields.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import { callersOf, usersOf } from "../../judge/users.ts";

export const servicePort = defineRisk({
  id: "service-port",
  class: "breaks",
  title: "a port of a Service is gone that something still uses",
  run(change, { after: side }) {
    const { op, id, before, after } = change;
    if (op !== "changed" || id.group !== "" || id.kind !== "Service") return [];
    const left = portsOf(after);
    const gone = portsOf(before).filter((port) => !left.includes(port));
    const paths = changesAt(change, "spec.ports").map(({ path }) => path);
    return gone.flatMap((port) => {
      const users = usersOf(id, side).filter(({ reference }) => reference.key === port);
      const callers = callersOf(id, side).filter((caller) => caller.port === port);
      const uses = [
        ...users.map(({ name }) => `${name} refers to it`),
        ...callers.map(({ name, address }) => `${name} has the address ${address}`),
      ];
      return [...new Set(uses)].map((use) => ({
        paths,
        reason: `the port ${port} is gone, and ${use}`,
        consequence: "connections are refused: change what uses it first",
      }));
    });
  },
});

/** The numbers and the names of its ports. */
function portsOf(service: Loose | undefined): string[] {
  return listAt(service, "spec", "ports")
    .filter(isMap)
    .flatMap(({ port, name }) => [port, name].filter((one) => one !== undefined).map(String));
}
