import { at, listOf, mapOf, textOf, type Loose } from "../../loose.ts";
import { podLabelsOf, podTemplatesOf } from "../../pod-template.ts";
import { defaulted } from "../defaults/defaulted.ts";
import { policiesOf, type NetworkPolicy, type PodPeer, type PolicyPort } from "./policies.ts";
import { labelsOf } from "./witnesses.ts";

export interface KnownPod extends PodPeer {
  readonly name?: string;
  /** `Deployment web`. */
  readonly by?: string;
  /** Those that its containers name. */
  readonly ports?: readonly PolicyPort[];
}

export interface World {
  readonly policies: readonly NetworkPolicy[];
  readonly texts: ReadonlySet<string>;
  readonly pods: readonly KnownPod[];
  readonly namespaces: Namespaces;
}

// Each changed policy is asked about in the same two worlds.
const worlds = new WeakMap<readonly Loose[], World>();

/** A world as policies see it; of one list of objects it is made once. */
export function worldOf(objects: readonly Loose[]): World {
  const known = worlds.get(objects);
  if (known !== undefined) return known;
  const policies = policiesOf(objects);
  const namespaces = namespacesOf(objects);
  const texts = new Set(policies.map((one) => JSON.stringify(one)));
  const world = { policies, texts, namespaces, pods: podsOf(objects, namespaces) };
  worlds.set(objects, world);
  return world;
}

export type Namespaces = ReadonlyMap<string, Loose>;

/** The labels of the namespaces that are here. */
function namespacesOf(objects: readonly Loose[]): Namespaces {
  return new Map(
    objects
      .filter(({ kind, apiVersion }) => kind === "Namespace" && apiVersion === "v1")
      .map((object) => [
        textOf(at(object, "metadata", "name")) ?? "",
        mapOf(at(defaulted(object), "metadata", "labels")),
      ]),
  );
}

function podsOf(objects: readonly Loose[], namespaces: Namespaces): KnownPod[] {
  const found = new Map<string, KnownPod>();
  for (const object of objects) {
    const namespace = textOf(at(object, "metadata", "namespace")) ?? "";
    const name = textOf(at(object, "metadata", "name")) ?? "";
    const namespaceLabels = labelsOf(namespace, namespaces);
    const ports = containerPortsOf(object);
    for (const labels of podLabelsOf(object)) {
      const key = JSON.stringify([namespace, labels, name]);
      const by = `${textOf(object["kind"]) ?? ""} ${name}`;
      if (!found.has(key)) found.set(key, { namespace, labels, namespaceLabels, name, by, ports });
    }
  }
  return [...found.values()];
}

function containerPortsOf(object: Loose): PolicyPort[] {
  const pods = podTemplatesOf(object).map(({ template }) => template["spec"]);
  const containers = pods.flatMap((pod) => ["initContainers", "containers"].flatMap((list) => listOf(at(pod, list))));
  return containers
    .flatMap((one) => listOf(at(one, "ports")))
    .flatMap((port): PolicyPort[] => {
      const { containerPort, name, protocol } = mapOf(port);
      if (typeof containerPort !== "number") return [];
      return [{ protocol: textOf(protocol) ?? "TCP", number: containerPort, name: textOf(name) }];
    });
}
