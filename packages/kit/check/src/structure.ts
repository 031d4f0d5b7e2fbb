import { mapOf } from "@kit/kube";
import type { DefinedSchemas } from "./definitions/defined-schemas.ts";
import { checkStructure, findKind, groupOf, isBuiltInGroup, type KindSchema, type StructureProblem } from "@kit/schema";
import type { KubernetesMinor } from "@kit/schema";
import { inMinor } from "./minor-versions.ts";

/** An object, and what its schema says of it. */
export interface ObjectStructure {
  /** Undefined where the kind is not in the table. */
  readonly schema: KindSchema | undefined;
  readonly problems: readonly StructureProblem[];
  /** What is left when everything wrong or unknown is left out: it has the right types. */
  readonly clean: Readonly<Record<string, unknown>>;
}

/**
 * Compares an object with the schema of its kind. Of a kind that the table does not have, everything counts as clean
 * but the metadata, which every kind has.
 *
 * @param defined What the objects around it define. Default: nothing.
 * @param minor The version of Kubernetes that its cluster is said to run. Default: that of the pinned API server.
 */
export function structureOf(
  raw: Readonly<Record<string, unknown>>,
  defined?: DefinedSchemas,
  minor?: KubernetesMinor,
): ObjectStructure {
  const { apiVersion, kind } = raw;
  const isNamed = typeof apiVersion === "string" && typeof kind === "string";
  const schema = isNamed ? schemaOf(apiVersion, kind, defined, minor) : undefined;
  if (schema !== undefined) {
    const { problems, clean } = checkStructure(schema, withoutSops(raw));
    const { apiVersion: version, kind: name } = schema;
    const said =
      minor === undefined ? problems : problems.map((one) => inMinor(one, { apiVersion: version, kind: name, minor }));
    return { schema, problems: said, clean };
  }
  // Any kind has the metadata of a ConfigMap; the problems elsewhere are not this kind's.
  const anyKind = findKind("v1", "ConfigMap")!;
  const { problems, clean } = checkStructure(anyKind, {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: raw["metadata"],
  });
  return { schema, problems, clean: { ...raw, metadata: clean["metadata"] } };
}

/** A definition among the objects counts before one that is pinned. */
function schemaOf(
  apiVersion: string,
  kind: string,
  defined: DefinedSchemas | undefined,
  minor: KubernetesMinor | undefined,
): KindSchema | undefined {
  if (isBuiltInGroup(groupOf(apiVersion), minor) || defined?.versionsOf(apiVersion, kind) === undefined) {
    return findKind(apiVersion, kind, minor);
  }
  return defined.find(apiVersion, kind);
}

// Flux decrypts the Secret and takes the block away before the API server sees it. What a value will be is not known.
function withoutSops(raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (raw["kind"] !== "Secret" || raw["sops"] === undefined) return raw;
  const { sops: _block, data, ...rest } = raw;
  if (data === undefined) return rest;
  const values = Object.entries(mapOf(data)).map(([key, value]) => [key, isEncrypted(value) ? "" : value]);
  return { ...rest, data: Object.fromEntries(values) as Record<string, unknown> };
}

function isEncrypted(value: unknown): boolean {
  return typeof value === "string" && value.startsWith("ENC[");
}
