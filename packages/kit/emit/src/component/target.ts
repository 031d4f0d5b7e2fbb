import { groupOf, isClusterScoped, versionOf, type Identity, type JsonObject } from "@kit/kube";

/**
 * What selects exactly one object for a patch. Kustomize reads each field as a regular expression for the whole text, and an
 * empty one as anything.
 *
 * @param namespace The environment's, which an object without one has or does not have yet, when the patch comes.
 */
export function targetOf({ apiVersion, kind, name, ...object }: Identity, namespace: string): JsonObject {
  const group = groupOf(apiVersion);
  return {
    group: group === "" ? "^$" : exactly(group),
    version: exactly(versionOf(apiVersion)),
    kind: exactly(kind),
    name: exactly(name),
    ...(isClusterScoped(apiVersion, kind) ? {} : { namespace: namespaces(object.namespace, namespace) }),
  };
}

// Kustomize takes no namespace for `default`.
function namespaces(own: string | undefined, environment: string): string {
  if (own !== undefined) return exactly(own);
  return [...new Set(["default", environment])].map(exactly).join("|");
}

const special = /[\\^$.*+?()[\]{}|]/g;

/** A regular expression for one text. */
function exactly(text: string): string {
  return text.replaceAll(special, String.raw`\$&`);
}

/** What a target that `targetOf` made selects. */
export function selectedBy(target: Readonly<Record<"group" | "kind" | "name", string>>): PatchTarget {
  const [group, kind, name] = [target.group, target.kind, target.name].map((text) => text.replaceAll(/\\(.)/g, "$1"));
  return { group: group === "^$" ? "" : group!, kind: kind!, name: name! };
}

export interface PatchTarget {
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}
