import { at, textOf, type Loose } from "../../loose.ts";
import { referencesOf } from "../../references/object-references.ts";
import { addressesOf, isAddressOf, portOf, type NamedAddress } from "../addresses/addresses-in.ts";
import { serviceEndpoints } from "../endpoints/service-endpoints.ts";
import type { PolicyName } from "./network-change.ts";
import { isAllowed, policiesFor, type PolicyPort } from "./policies.ts";
import { worldOf, type KnownPod, type World } from "./world.ts";

/** A workload that has the address of a Service, and whom it reaches there. */
export interface NetworkUse {
  /** `Deployment web`. */
  readonly from: string;
  /** As it is written. */
  readonly address: string;
  /** Who is behind it. */
  readonly to: string;
  readonly port: number;
}

/**
 * What workloads use, by the addresses in their objects and in the ConfigMaps that they read, and what NetworkPolicies allowed
 * before and do not after.
 *
 * @param of A policy: only what it has to do with is asked about.
 */
export function cutUses(before: readonly Loose[], after: readonly Loose[], of: PolicyName): NetworkUse[] {
  const [was, is] = [worldOf(before), worldOf(after)];
  return usesIn(after)
    .filter(({ from, to }) => [was, is].some((world) => hasToDo(world, from, to, of)))
    .filter((use) => isOpen(was, use) && !isOpen(is, use))
    .map(({ from, to, address, port }) => ({ from: from.by!, address, to: to.by!, port: port.number! }));
}

interface KnownUse {
  readonly from: KnownPod;
  readonly to: KnownPod;
  readonly address: string;
  readonly port: PolicyPort;
}

function hasToDo({ policies }: World, from: KnownPod, to: KnownPod, { name, namespace }: PolicyName): boolean {
  const own = policies.filter((policy) => policy.name === name && policy.namespace === namespace);
  return policiesFor(own, "egress", from).length > 0 || policiesFor(own, "ingress", to).length > 0;
}

function isOpen({ policies }: World, { from, to, port }: KnownUse): boolean {
  return isAllowed(policies, "egress", from, to, port) && isAllowed(policies, "ingress", to, from, port);
}

const known = new WeakMap<readonly Loose[], readonly KnownUse[]>();

/** Each workload, each address of a Service here that it names, and each workload behind that. */
function usesIn(objects: readonly Loose[]): readonly KnownUse[] {
  const asked = known.get(objects);
  if (asked !== undefined) return asked;
  const { pods } = worldOf(objects);
  const byName = new Map(pods.map((pod) => [`${pod.namespace} ${pod.by}`, pod]));
  const services = Map.groupBy(serviceEndpoints(objects), ({ name }) => name);
  const configs = new Map(objects.filter(({ kind }) => kind === "ConfigMap").map((one) => [placeOf(one), one]));
  const found = objects.flatMap((object): KnownUse[] => {
    const namespace = textOf(at(object, "metadata", "namespace")) ?? "";
    const from = byName.get(`${namespace} ${textOf(object["kind"])} ${textOf(at(object, "metadata", "name"))}`);
    if (from === undefined) return [];
    const read = referencesOf(object).filter(({ kind }) => kind === "ConfigMap");
    const texts = [object, ...read.flatMap(({ name }) => configs.get(`${namespace} ${name}`) ?? [])];
    return texts
      .flatMap(addressesOf)
      .flatMap((address) =>
        reachedBy(address, from, services, byName).map((one) => ({ from, address: address.written, ...one })),
      );
  });
  known.set(objects, found);
  return found;
}

type Services = ReadonlyMap<string, ReturnType<typeof serviceEndpoints>>;

function reachedBy(
  address: NamedAddress,
  { namespace }: KnownPod,
  services: Services,
  byName: ReadonlyMap<string, KnownPod>,
): Pick<KnownUse, "to" | "port">[] {
  const named = address.host.slice(0, 2).flatMap((name) => services.get(name) ?? []);
  const meant = named.filter((one) => isAddressOf(address, one, namespace));
  return meant.flatMap((service) => {
    const wanted = portOf(address);
    const ports = service.ports.filter(({ port }) => wanted === undefined || String(port) === wanted);
    return ports.flatMap(({ targets, protocol }) =>
      targets.flatMap(({ by, port: number }) => {
        const to = byName.get(`${service.namespace} ${by}`);
        const name = to?.ports?.find((one) => one.number === number && one.protocol === protocol)?.name;
        return to === undefined ? [] : [{ to, port: { protocol, number, name } }];
      }),
    );
  });
}

function placeOf(object: Loose): string {
  return `${textOf(at(object, "metadata", "namespace")) ?? ""} ${textOf(at(object, "metadata", "name")) ?? ""}`;
}
