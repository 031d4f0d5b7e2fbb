import {
  addressesIn,
  at,
  isAddressOf,
  listOf,
  mapOf,
  podReferences,
  podTemplatesOf,
  textOf,
  type Loose,
  type NamedAddress,
} from "@kit/kube";
import { shownToBrowsers } from "@kit/leaks";
import type { Drawing } from "../drawing.ts";
import type { ShownWorkload, ShownWorld } from "../shown-world.ts";

/**
 * Whom the texts of a workload name, its own and those of the ConfigMaps that it reads: Services, hosts of Ingresses (which
 * lead to Services), and what is outside. What frameworks show to browsers is called by the user, not by the workload; a list
 * of origins names who calls, not who is called.
 */
export function drawCalls(drawing: Drawing, world: ShownWorld): void {
  const services = servicesOf(drawing, world.objects);
  const hosts = hostsOf(drawing, world.objects);
  for (const workload of world.workloads) {
    for (const { key, text } of textsOf(world, workload)) {
      for (const address of text === undefined ? [] : addressesIn(text, key)) {
        const named = [
          ...services.filter((one) => isAddressOf(address, one, workload.namespace)).map(({ id }) => id),
          ...(hosts.get(address.host.join(".")) ?? []),
        ];
        if (isOrigins(key)) drawCallers(drawing, workload, named, key);
        else drawCall(drawing, workload, named, address, key);
      }
    }
    drawSecretAddresses(drawing, world, workload);
  }
}

function drawCall(
  drawing: Drawing,
  { id }: ShownWorkload,
  named: readonly string[],
  { host }: NamedAddress,
  key: string,
): void {
  const from = shownToBrowsers(key) === undefined ? id : drawing.beyond("user", "user");
  for (const to of named) drawing.edge(from, "calls", to, [key]);
  // Where a browser goes beyond the cluster is its own affair.
  if (named.length > 0 || from !== id || !isOutside(host)) return;
  drawing.edge(from, "calls", drawing.beyond("outside", host.join(".")), [key]);
}

/** Who is behind the origins calls the Services of who lets them. */
function drawCallers(drawing: Drawing, { id }: ShownWorkload, named: readonly string[], key: string): void {
  const fronts = named.flatMap((one) => [one, ...drawing.sources("leads", one)]);
  const callers = fronts.flatMap((one) => drawing.sources("backs", one)).filter((one) => one !== id);
  for (const from of callers) for (const to of drawing.targets("backs", id)) drawing.edge(from, "calls", to, [key]);
}

/** A Secret's value is never read: its contract may say where it leads. */
function drawSecretAddresses(drawing: Drawing, { secrets }: ShownWorld, { id, object }: ShownWorkload): void {
  for (const { template } of podTemplatesOf(object)) {
    for (const { kind, name, key } of podReferences(at(template, "spec"))) {
      const contract = kind === "Secret" ? secrets.find((one) => one.name === name) : undefined;
      for (const [own, { leadsTo }] of Object.entries(contract?.keys ?? {})) {
        if (leadsTo === undefined || (key !== undefined && key !== own)) continue;
        drawing.edge(id, "calls", drawing.beyond("outside", leadsTo), [own]);
      }
    }
  }
}

interface Text {
  readonly key: string;
  readonly text: string | undefined;
}

function textsOf({ find }: ShownWorld, { object, namespace }: ShownWorkload): Text[] {
  return podTemplatesOf(object).flatMap(({ template }) => {
    const spec = mapOf(at(template, "spec"));
    const containers = ["initContainers", "containers"].flatMap((list) => listOf(spec[list]));
    const variables = containers.flatMap((container) =>
      listOf(at(container, "env")).map((one): Text => ({
        key: textOf(at(one, "name")) ?? "",
        text: textOf(at(one, "value")),
      })),
    );
    const words = containers.flatMap((container) =>
      ["command", "args"].flatMap((field) =>
        listOf(at(container, field)).map((one): Text => ({ key: field, text: textOf(one) })),
      ),
    );
    const ofMaps = podReferences(spec).flatMap(({ kind, name, key }): Text[] => {
      const map = kind === "ConfigMap" ? find(kind, name, namespace) : undefined;
      const entries = Object.entries(mapOf(map?.["data"]));
      return entries
        .filter(([own]) => key === undefined || own === key)
        .map(([own, text]) => ({ key: own, text: textOf(text) }));
    });
    return [...variables, ...words, ...ofMaps];
  });
}

function servicesOf(drawing: Drawing, objects: readonly Loose[]) {
  return objects
    .filter(({ apiVersion, kind }) => apiVersion === "v1" && kind === "Service")
    .map((object) => ({
      id: drawing.object(object, "service"),
      name: textOf(at(object, "metadata", "name")) ?? "",
      namespace: textOf(at(object, "metadata", "namespace")) ?? "",
    }));
}

/** The Ingresses of a host. */
function hostsOf(drawing: Drawing, objects: readonly Loose[]): Map<string, string[]> {
  const found = objects
    .filter(({ apiVersion, kind }) => apiVersion === "networking.k8s.io/v1" && kind === "Ingress")
    .flatMap((object) =>
      listOf(at(object, "spec", "rules")).map((rule) => ({
        host: textOf(at(rule, "host")) ?? "",
        id: drawing.object(object, "ingress"),
      })),
    );
  return new Map([...Map.groupBy(found, ({ host }) => host)].map(([host, own]) => [host, own.map(({ id }) => id)]));
}

function isOrigins(key: string): boolean {
  return /(?:^|[_.-])origins?$/i.test(key);
}

/** A name of the DNS beyond the cluster; one label is a Service that is not here, `localhost`, or no host at all. */
function isOutside(host: readonly string[]): boolean {
  return host.length > 1 && /^[a-z]/.test(host.at(-1)!) && host.at(-1)!.length > 1;
}
