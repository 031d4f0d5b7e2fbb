import { identityKey, type Loose } from "@kit/kube";
import type { ObjectId } from "../input/identity.ts";
import { objectsIn } from "../input/read-document.ts";
import { patched } from "./patched.ts";
import type { EnvironmentSide, Part } from "./side.ts";

/** What the generated files and the overlay's own say of an object. */
export interface SideObject {
  /** Where it comes from: the environment's component, or a service's base. */
  readonly made: { readonly data: Loose; readonly part: Part; readonly isOwn: boolean } | undefined;
  /** With the patch of the environment's component. */
  readonly patched: { readonly data: Loose; readonly part: Part } | undefined;
  /** The overlay's own files that have it, as a patch or an object. */
  readonly overlayFiles: readonly string[];
}

/** Finds an object by what it is called before its environment gives it a namespace. */
export function sideObjects({ bases, component, overlay }: EnvironmentSide): (id: ObjectId) => SideObject {
  const parts = [
    ...bases.map((part) => ({ part, isOwn: false })),
    ...component.map((part) => ({ part, isOwn: true })),
  ].filter(({ part }) => part.patches === undefined);
  // What a component has takes the place of what a base has.
  const made = new Map(
    parts.flatMap((one) => objectsIn(one.part.document).map((object) => [keyOf(object.id), { ...one, ...object }])),
  );
  const patches = new Map(
    component.flatMap((part) => (part.patches === undefined ? [] : [[keyOf(part.patches), part]])),
  );
  const files = overlay.files.flatMap((document) =>
    objectsIn(document).map(({ id }) => ({ key: keyOf(id), file: document.where })),
  );
  return (id) => {
    const key = keyOf(id);
    const [own, part] = [made.get(key), patches.get(key)];
    return {
      made: own,
      patched: own === undefined || part === undefined ? undefined : { part, data: patched(own.data, part.document) },
      overlayFiles: files.filter((one) => one.key === key).map(({ file }) => file),
    };
  };
}

function keyOf(id: Omit<ObjectId, "namespace">): string {
  return identityKey({ ...id, namespace: undefined });
}
