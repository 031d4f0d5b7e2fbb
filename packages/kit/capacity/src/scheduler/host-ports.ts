import type { PodSpec } from "../objects/pod-schema.ts";

/** A port of the node itself that a pod takes. */
export interface HostPort {
  readonly ip: string;
  readonly protocol: string;
  readonly port: number;
}

const anyAddress = "0.0.0.0";

/** The ports of its node that a pod takes; with the host's network, all that its containers name. */
export function hostPortsOf({ containers, initContainers, hostNetwork }: PodSpec): HostPort[] {
  const running = [...containers, ...initContainers.filter(({ restartPolicy }) => restartPolicy === "Always")];
  const ports = running.flatMap((container) => container.ports);
  return ports.flatMap(({ containerPort, hostPort, hostIP, protocol }) => {
    const port = hostPort === 0 && hostNetwork ? containerPort : hostPort;
    return port === 0 ? [] : [{ ip: hostIP === "" ? anyAddress : hostIP, protocol, port }];
  });
}

/** Whether two pods would want the same port of one node. */
export function portsClash(some: readonly HostPort[], others: readonly HostPort[]): boolean {
  return some.some((one) =>
    others.some(
      (other) =>
        one.port === other.port &&
        one.protocol === other.protocol &&
        (one.ip === other.ip || one.ip === anyAddress || other.ip === anyAddress),
    ),
  );
}
