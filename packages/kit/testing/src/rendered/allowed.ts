import { connections, type Endpoint, type RenderedNetworkPolicy } from "./connections.ts";

const ports = ["22/TCP", "53/TCP", "53/UDP", "80/TCP", "443/TCP", "3000/TCP", "3001/TCP", "5432/TCP", "8000/TCP"];
const internet = { name: "internet" };
const dns = { name: "dns", namespace: "kube-system", labels: { "k8s-app": "kube-dns" } };
const controller = { name: "controller", namespace: "traefik", labels: { "app.kubernetes.io/name": "traefik" } };

/**
 * What may connect to the pods of an environment, and they to what, by `<from> -> <to>`: among each other, with the
 * ingress controller, with pods that nobody knows, with DNS and the internet.
 *
 * @param objects By `<kind>/<name>`.
 * @param doubles Apps whose pods stand in another namespace too: they look like those which may connect, but are not.
 */
export function allowedConnections(
  objects: Readonly<Record<string, unknown>>,
  doubles: readonly string[],
): Record<string, string[]> {
  const ofKind = (kind: string): unknown[] =>
    Object.entries(objects).flatMap(([key, object]) => (key.startsWith(`${kind}/`) ? [object] : []));
  const own = (ofKind("Deployment") as RenderedDeployment[]).map(podOf);
  const strangers = [
    { name: "its neighbour", namespace: "traefik", labels: { app: "dashboard" } },
    { name: "its double", namespace: "default", labels: controller.labels },
    ...doubles.map((app) => ({ name: `another namespace's ${app}`, namespace: "default", labels: { app } })),
  ];
  const neighbour = { name: "unknown pod", namespace: own[0]!.namespace!, labels: { app: "unknown" } };
  const pairs = own.flatMap((pod) => [
    ...[...own.filter((other) => other !== pod), controller, ...strangers, neighbour, internet].map(
      (from): [Endpoint, Endpoint] => [from, pod],
    ),
    ...[dns, controller, neighbour, internet].map((to): [Endpoint, Endpoint] => [pod, to]),
  ]);
  return connections(ofKind("NetworkPolicy") as RenderedNetworkPolicy[], pairs, ports);
}

/** What is open to every host is open to pods too. */
export function toAnywhere(pod: string, open: readonly string[]): Record<string, string[]> {
  const others = ["controller", "unknown pod", "internet"].map((to) => [`${pod} -> ${to}`, open]);
  return { ...Object.fromEntries(others), [`${pod} -> dns`]: ["53/TCP", "53/UDP", ...open] };
}

interface RenderedDeployment {
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: { readonly template: { readonly metadata: { readonly labels: Record<string, string> } } };
}

function podOf({ metadata, spec }: RenderedDeployment): Endpoint {
  return { ...metadata, labels: spec.template.metadata.labels };
}
