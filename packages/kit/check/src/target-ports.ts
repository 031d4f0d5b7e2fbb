import type { Path } from "@kit/schema";
import { podPorts, type OpenPort } from "./ports.ts";
import { serviceSelector } from "./selected.ts";
import type { EnvironmentView, View } from "./view/index.ts";

/** A port of a Service, and the ports that the pods which it selects open. */
export interface TargetPort {
  /** `port http (80)`. */
  readonly port: string;
  readonly target: string | number;
  readonly path: Path;
  /** Of its protocol. */
  readonly open: readonly OpenPort[];
  /** The pods open no port of any protocol: they do not declare them. */
  readonly undeclared: boolean;
}

/** The ports of a Service that selects pods; none where it selects none. */
export function targetPorts(service: View<"Service">, environment: EnvironmentView<"objects">): TargetPort[] {
  const selector = serviceSelector(service);
  if (selector === undefined) return [];
  const pods = environment.podsOf(service.namespace, selector);
  if (pods.length === 0) return [];
  const all = pods.flatMap(podPorts);
  return (service.data.spec?.ports ?? []).flatMap(({ name, port, targetPort, protocol = "TCP" }, index) => {
    const target = targetPort === undefined || targetPort === 0 || targetPort === "" ? port : targetPort;
    if (target === undefined) return [];
    const path = ["spec", "ports", index, targetPort === undefined ? "port" : "targetPort"];
    const open = distinct(all.filter((one) => one.protocol === protocol));
    const title = name === undefined ? `port ${port}` : `port ${name} (${port})`;
    return [{ port: title, target, path, open, undeclared: all.length === 0 }];
  });
}

function distinct(ports: readonly OpenPort[]): OpenPort[] {
  return [...new Map(ports.map((port) => [`${port.name} ${port.number}`, port])).values()];
}
