import { at, isClusterScoped, listOf, textOf, type JsonObject } from "@kit/kube";
import { describeObject } from "@kit/model";
import type { Problem } from "@kit/errors";
import type { SyncedObject } from "../rendered-object.ts";
import { isMarked } from "./marks.ts";

type Said = Pick<Problem, "what" | "next">;

/**
 * What previews cannot have beside each other: an object in a place that they share, a host name, a port of the nodes.
 *
 * @param value The object, with marks where it follows from the pull request.
 */
export function collisions({ apiVersion, kind, name, namespace }: SyncedObject, value: JsonObject): Said[] {
  const subject = describeObject({ kind, metadata: { name } });
  if (isClusterScoped(apiVersion, kind)) {
    if (isMarked(textOf(at(value, "metadata", "name")) ?? "")) return [];
    return [{ what: `${subject}, which is in no namespace: all previews would have the same one`, next: inName }];
  }
  const ports = kind === "Service" ? nodePorts(value) : [];
  return [
    ...(isMarked(textOf(at(value, "metadata", "namespace")) ?? "")
      ? []
      : [
          {
            what: `${subject} in the namespace ${namespace ?? "default"}, which all previews would share`,
            next: "leave out its own namespace, or leave the object out of previews: its platform has it once",
          },
        ]),
    ...hostsOf(kind, value)
      .filter((host) => !isMarked(host))
      .map((host) => ({
        what: `${subject} with the host ${host === "" ? "*" : host}, which all previews would answer for`,
        next: "write the number into the host, such as `pr-${number}.preview.example.com`",
      })),
    ...(ports.length > 0
      ? [
          {
            what: `${subject} with the port ${ports.join(" and ")} of the nodes, which one preview alone can have`,
            next: 'expose it by { type: "Ingress", host } with the number in the host, or by { type: "ClusterIP" }',
          },
        ]
      : []),
  ];
}

const inName = "write the number into its name, or leave it out of previews: `services` and `objects` say what one has";

function hostsOf(kind: string, value: JsonObject): string[] {
  if (kind === "HTTPRoute") return listOf(at(value, "spec", "hostnames")).map(String);
  return kind === "Ingress" ? listOf(at(value, "spec", "rules")).map((rule) => textOf(at(rule, "host")) ?? "") : [];
}

function nodePorts(value: JsonObject): number[] {
  return listOf(at(value, "spec", "ports"))
    .map((port) => at(port, "nodePort"))
    .filter((port) => typeof port === "number");
}
