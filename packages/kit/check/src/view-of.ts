import { structureOf, type Structure } from "./structure.ts";
import type { EnvironmentView, View } from "./view/index.ts";

/** An object to be judged, and where it is from. */
export interface SourceObject {
  /** Its file, from the repository's root. */
  readonly where: string;
  /** Which document of the file, from 0. Default: 0. */
  readonly document?: number;
  readonly data: unknown;
  /** The package's file that it comes from, where one does. */
  readonly source?: string | undefined;
}

/** The view of an object, and what its schema says of it. */
export function viewOf(object: SourceObject, environment: EnvironmentView): { view: View; structure: Structure } {
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
