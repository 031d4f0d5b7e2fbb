import { at, groupOf, listOf, mapOf, textOf, type Loose } from "@kit/kube";
import type { Drawing } from "../drawing.ts";
import type { ShownWorld } from "../shown-world.ts";

/** How one gets in from outside: node ports and load balancers, the hosts of Ingresses, those of the Gateway API. */
export function drawEntrances(drawing: Drawing, world: ShownWorld): void {
  for (const object of world.objects) {
    const group = groupOf(textOf(object["apiVersion"]) ?? "");
    const kind = textOf(object["kind"]) ?? "";
    if (group === "" && kind === "Service") drawPorts(drawing, object);
    else if (group === "networking.k8s.io" && kind === "Ingress") drawIngress(drawing, world, object);
    else if (group === "gateway.networking.k8s.io" && kind.endsWith("Route")) drawRoute(drawing, world, object);
  }
}

function drawPorts(drawing: Drawing, service: Loose): void {
  const spec = mapOf(service["spec"]);
  const type = textOf(spec["type"]);
  const outer = listOf(spec["externalIPs"]).length > 0;
  if (type !== "NodePort" && type !== "LoadBalancer" && !outer) return;
  const ports = listOf(spec["ports"]).map((port) => {
    const [number, node] = [at(port, "port"), at(port, "nodePort")].map((one) => (typeof one === "number" ? one : ""));
    return type === "NodePort" ? `node port ${node === "" ? "of the cluster's choice" : node}` : `port ${number}`;
  });
  drawing.edge(drawing.object(service, "service"), "shows", drawing.beyond("user", "user"), ports);
}

function drawIngress(drawing: Drawing, world: ShownWorld, object: Loose): void {
  const id = drawing.object(object, "ingress");
  const spec = mapOf(object["spec"]);
  const namespace = textOf(at(object, "metadata", "namespace")) ?? "";
  const hosts = new Set<string>();
  const lead = (host: string, path: string, backend: unknown): void => {
    const name = textOf(at(backend, "service", "name"));
    hosts.add(host);
    if (name !== undefined) drawLead(drawing, world, id, { name, namespace }, [host + path]);
  };
  if (spec["defaultBackend"] !== undefined) lead("any host", "", spec["defaultBackend"]);
  for (const rule of listOf(spec["rules"])) {
    const host = textOf(at(rule, "host")) ?? "any host";
    for (const path of listOf(at(rule, "http", "paths"))) {
      lead(host, textOf(at(path, "path")) ?? "", at(path, "backend"));
    }
  }
  drawing.edge(id, "shows", drawing.beyond("user", "user"), hosts);
}

function drawRoute(drawing: Drawing, world: ShownWorld, object: Loose): void {
  const id = drawing.object(object, "ingress");
  const own = textOf(at(object, "metadata", "namespace")) ?? "";
  const named = listOf(at(object, "spec", "hostnames")).flatMap((host) => textOf(host) ?? []);
  const hosts = named.length === 0 ? ["any host"] : named;
  const backends = listOf(at(object, "spec", "rules")).flatMap((rule) => listOf(at(rule, "backendRefs")));
  for (const backend of backends) {
    const [name, namespace] = [textOf(at(backend, "name")), textOf(at(backend, "namespace")) ?? own];
    const kind = textOf(at(backend, "kind")) ?? "Service";
    if (name !== undefined && kind === "Service") drawLead(drawing, world, id, { name, namespace }, hosts);
  }
  drawing.edge(id, "shows", drawing.beyond("user", "user"), hosts);
}

function drawLead(
  drawing: Drawing,
  { find }: ShownWorld,
  from: string,
  { name, namespace }: { readonly name: string; readonly namespace: string },
  labels: readonly string[],
): void {
  const state = find("Service", name, namespace) === undefined ? "missing" : "here";
  const to = drawing.named({ apiGroup: "", kind: "Service", name, namespace, type: "service", state });
  drawing.edge(to, "leads", from, labels);
}
