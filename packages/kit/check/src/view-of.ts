import { structureOf, type ObjectStructure } from "./structure.ts";
import type { EnvironmentView, SourceObject, View } from "./view/index.ts";

/** The view of an object, and what its schema says of it. */
export function viewOf(object: SourceObject, environment: EnvironmentView): { view: View; structure: ObjectStructure } {
  const raw = (object.data ?? {}) as Readonly<Record<string, unknown>>;
  const structure = structureOf(raw);
  const metadata = (structure.clean["metadata"] ?? {}) as {
    readonly name?: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  const { name = "", namespace, labels = {}, annotations = {} } = metadata;
  const namespaced = structure.schema?.namespaced ?? namespace !== undefined;
  const view: View = {
    apiVersion: text(raw["apiVersion"]),
    kind: text(raw["kind"]),
    name,
    namespace: namespaced ? (namespace ?? environment.namespace ?? "default") : undefined,
    labels,
    annotations,
    data: structure.clean,
    raw,
    schema: structure.schema,
    where: object.where,
    document: object.document ?? 0,
    source: object.source,
    environment,
  };
  return { view, structure };
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
