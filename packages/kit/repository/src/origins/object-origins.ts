import { readFolders } from "@kit/kustomize";
import { identityKey, type Identity } from "@kit/kube";
import { generatedParts, identitiesIn, type GeneratedPart } from "./generated-parts.ts";

/** Who made an object. */
export interface ObjectOrigin {
  /** The packages' folders: the service's first, then the environment's where it changes the object. */
  readonly packages: readonly string[];
  /** The generated files that say it; none where it was computed. */
  readonly parts: readonly Pick<GeneratedPart, "path" | "text" | "packages">[];
}

/** Finds who made an object by its group, kind, namespace and name; undefined where no package did. */
export type OriginOf = (id: Identity) => ObjectOrigin | undefined;

/** How an overlay calls objects that the packages call otherwise. */
interface Naming {
  /** Where objects are that name no namespace themselves; undefined where nobody knows, so that it may be any. */
  readonly namespace?: string | undefined;
  readonly prefix?: string;
  readonly suffix?: string;
}

/**
 * Who made the objects of an environment, by what generated files say of themselves in their first line. The files of any
 * ref will do.
 *
 * @param files Text by path from the repository's root.
 */
export function objectOrigins(environment: string, files: ReadonlyMap<string, string>): OriginOf {
  // Mostly nobody asks, and there may be thousands of them.
  let index: OriginOf | undefined;
  return (id) => {
    index ??= originIndex(
      generatedParts(environment, files).map((part) => [part.id, { packages: part.packages, parts: [part] }]),
      namingOf(environment, files),
    );
    return index(id);
  };
}

/**
 * The same of objects that are known: those that a build has computed have the namespace that they are to be in, and need
 * no naming.
 */
export function originIndex(objects: Iterable<readonly [Identity, ObjectOrigin]>, naming: Naming = {}): OriginOf {
  const byKey = new Map<string, ObjectOrigin>();
  for (const [id, origin] of objects) {
    const key = identityKey(id);
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? origin : joined(known, origin));
  }
  const { namespace, prefix = "", suffix = "" } = naming;
  return (id) => {
    const isRenamed =
      id.name.length > prefix.length + suffix.length && id.name.startsWith(prefix) && id.name.endsWith(suffix);
    const own = isRenamed ? id.name.slice(prefix.length, id.name.length - suffix.length) : id.name;
    const isFilled = namespace === undefined || id.namespace === undefined || id.namespace === namespace;
    const ids = [own, id.name].flatMap((name) => [
      { ...id, name },
      ...(isFilled ? [{ ...id, name, namespace: undefined }] : []),
    ]);
    return ids.map((one) => byKey.get(identityKey(one))).find((origin) => origin !== undefined);
  };
}

/** A base's object and its patch, the patch second. */
function joined(one: ObjectOrigin, other: ObjectOrigin): ObjectOrigin {
  return {
    packages: [...new Set([...one.packages, ...other.packages])],
    parts: [...one.parts, ...other.parts],
  };
}

function namingOf(environment: string, files: ReadonlyMap<string, string>): Naming {
  const { levels } = readFolders(`overlays/${environment}`, files);
  const own = levels.get(`overlays/${environment}`)?.content ?? {};
  const namespaces = [...levels.values()].flatMap(({ content: { namespace } }) => textOf(namespace) || []);
  // The component's transformer fills it in; at older refs the overlay says it.
  const filled = files.get(`generated/environments/${environment}/namespace.yaml`);
  const component = filled === undefined ? undefined : identitiesIn(filled)[0]?.namespace;
  const all = new Set(component === undefined ? namespaces : [component, ...namespaces]);
  // Where two say two namespaces, an object may be in either.
  return {
    namespace: all.size === 1 ? [...all][0] : undefined,
    prefix: textOf(own["namePrefix"]),
    suffix: textOf(own["nameSuffix"]),
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
