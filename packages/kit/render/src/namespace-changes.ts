import { isDeepStrictEqual } from "node:util";
import { definedKinds, describeIdentity, groupOf, isClusterScoped, type JsonObject } from "@kit/kube";
import type { RenderedDocument } from "./rendered-document.ts";

/**
 * What an overlay's `namespace:` changes of objects that say where they belong, a line for each object. That it fills in
 * a namespace which an object or an account lacks is not a change.
 *
 * @param without The documents that there are without the line.
 * @param documents Those that there are with it.
 */
export function namespaceChanges(
  without: readonly RenderedDocument[],
  documents: readonly RenderedDocument[],
  namespace: string,
): string[] {
  const defined = definedKinds(without.map(({ data }) => data as JsonObject));
  return without.flatMap((one): string[] => {
    const same = documents.filter((other) => kindAndName(other) === kindAndName(one));
    const [found = same.find((other) => other.namespace === namespace)] = same.filter(
      (other) => other.namespace === one.namespace,
    );
    if (found === undefined) return [`${describeIdentity(one)} would have another name`];
    if (one.namespace !== undefined && found.namespace !== one.namespace) {
      return [`${describeIdentity(one)} would be in ${found.namespace ?? "none"}`];
    }
    if (found.namespace !== one.namespace && isClusterScoped(one.apiVersion, one.kind, defined)) {
      return [`${describeIdentity(one)} is in no namespace, and would be in ${found.namespace}`];
    }
    const changes = placesOf(filled(one.data, namespace), filled(found.data, namespace));
    return changes.map((change) => `${describeIdentity(one)}: ${change}`);
  });
}

function kindAndName({ apiVersion, kind, name }: RenderedDocument): string {
  return [groupOf(apiVersion), kind, name].join("/");
}

/** The object with the namespace where it, or a subject of it, may lack one. */
function filled(data: unknown, namespace: string): unknown {
  const { metadata, subjects, ...rest } = data as {
    readonly metadata?: object;
    readonly subjects?: readonly object[];
  };
  return {
    ...rest,
    metadata: { namespace, ...metadata },
    ...(subjects === undefined ? {} : { subjects: subjects.map((subject) => ({ namespace, ...subject })) }),
  };
}

/** Such as `subjects[0].namespace would be shop, not kube-system`. */
function placesOf(one: unknown, other: unknown, path = ""): string[] {
  if (isDeepStrictEqual(one, other)) return [];
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
    return [`${path} would be ${String(other)}, not ${String(one)}`];
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => {
    const place = Array.isArray(one) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
    return placesOf((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key], place);
  });
}
