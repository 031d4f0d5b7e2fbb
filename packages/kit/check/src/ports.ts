import type { ContainerView, PodView } from "./view/index.ts";

/** A port that a container says it opens. */
export interface OpenPort {
  readonly name: string | undefined;
  readonly number: number;
  readonly protocol: string;
}

/** The ports that a container says it opens. */
export function portsOf({ container }: ContainerView): OpenPort[] {
  return (container.ports ?? []).flatMap(({ name, containerPort, protocol = "TCP" }) =>
    containerPort === undefined ? [] : [{ name, number: containerPort, protocol }],
  );
}

/** The ports of the containers that keep running: the plain ones, and init containers that are sidecars. */
export function podPorts(pod: PodView): OpenPort[] {
  return pod.containers
    .filter(({ role, container }) => role === "container" || (role === "init" && container.restartPolicy === "Always"))
    .flatMap(portsOf);
}

/** `it opens 8080 (http), 9090`: what a fix offers instead. */
export function portList(ports: readonly OpenPort[]): string {
  return ports.map(({ name, number }) => (name === undefined ? String(number) : `${number} (${name})`)).join(", ");
}
