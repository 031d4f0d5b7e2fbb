import { isInNamespace, type DefinedKind } from "@kit/kube";
import type { KubernetesMinor } from "@kit/schema";
import type { DefinedSchemas } from "./definitions/defined-schemas.ts";
import { structureOf, type ObjectStructure } from "./structure.ts";
import { podOf, podsOf, unusedPodOf } from "./view/pod-view.ts";
import type { SourceObject, View } from "./view/index.ts";

interface Around {
  /** Of objects that say none. Default: `default`. */
  readonly namespace?: string | undefined;
  /** The kinds that the objects around it define. Default: none. */
  readonly defined?: readonly DefinedKind[];
  /** The same with their schemas. Default: none. */
  readonly schemas?: DefinedSchemas;
  /** The version of Kubernetes that its cluster is said to run. Default: nobody says. */
  readonly minor?: KubernetesMinor | undefined;
}

/** The view of an object, and what its schema says of it. */
export function viewOf(
  object: SourceObject,
  { namespace: around = "default", defined = [], schemas, minor }: Around,
): { view: View; structure: ObjectStructure } {
  const raw = (object.data ?? {}) as Readonly<Record<string, unknown>>;
  const structure = structureOf(raw, schemas, minor);
  const metadata = (structure.clean["metadata"] ?? {}) as {
    readonly name?: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  const { name = "", namespace, labels = {}, annotations = {} } = metadata;
  const [apiVersion, kind] = [text(raw["apiVersion"]), text(raw["kind"])];
  const facts: Omit<View, "pod" | "pods" | "describedPod"> = {
    apiVersion,
    kind,
    name,
    namespace: isInNamespace({ apiVersion, kind, namespace }, defined) ? (namespace ?? around) : undefined,
    labels,
    annotations,
    data: structure.clean,
    raw,
    schema: structure.schema,
    minor,
    definedVersions: schemas?.versionsOf(apiVersion, kind),
    where: object.where,
    document: object.document ?? 0,
    within: object.within ?? [],
    source: object.source,
  };
  // The pods know the object that makes them.
  const view: View = Object.assign(facts, { pod: undefined, pods: [], describedPod: undefined });
  const pod = podOf(view);
  Object.assign(view, { pod, describedPod: pod ?? unusedPodOf(view) });
  return { view: Object.assign(view, { pods: podsOf(view) }), structure };
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
