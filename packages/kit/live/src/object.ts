import { EnvironmentFailure } from "@kit/errors";

/** An object as plain data, of a file or from the API server. */
export interface ClusterObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Metadata;
  readonly [field: string]: unknown;
}

interface Metadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly managedFields?: readonly ManagedFields[];
  readonly ownerReferences?: readonly unknown[];
}

/** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/ */
interface ManagedFields {
  readonly manager?: string;
  readonly operation?: string;
  /** Such as `status`. */
  readonly subresource?: string;
  readonly fieldsV1?: Readonly<Record<string, unknown>>;
}

/** A rendered object with its file. */
export interface RenderedFile {
  /** Its file, from the repository's root. */
  readonly where: string;
  readonly text: string;
  readonly data: ClusterObject;
}

/**
 * The objects in what kubectl printed as JSON: one, a list, or nothing.
 *
 * @throws EnvironmentFailure where that is something else: a plugin or a wrapper in kubectl's place, say.
 */
export function objectsIn(json: string): ClusterObject[] {
  if (json.trim() === "") return [];
  const data = parsed(json) as Partial<ClusterObject & { readonly items: readonly ClusterObject[] }> | null;
  if (typeof data?.kind !== "string") throw noObjects();
  return data.kind.endsWith("List") && data.items !== undefined ? [...data.items] : [data as ClusterObject];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // The error quotes the text, which may have a value.
    throw noObjects();
  }
}

function noObjects(): EnvironmentFailure {
  const what = "kubectl was asked for JSON, and printed something else";
  return new EnvironmentFailure(
    "kubectl-failed",
    what,
    "see what `kubectl version --output=json` prints, and fix that",
  );
}
