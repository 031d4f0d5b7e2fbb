import type { Data } from "../data.ts";
import { identityKey, type Identity } from "../input/identity.ts";
import { objectsIn } from "../input/read-document.ts";
import type { EnvironmentSide, Part } from "./side.ts";

/** What the generated files and the overlay's own say of an object. */
export interface SideObject {
  /** Where it comes from: the environment's component, or a service's base. */
  readonly made: { readonly data: Data; readonly part: Part; readonly isOwn: boolean } | undefined;
  readonly patch: { readonly data: Data; readonly part: Part } | undefined;
  /** The overlay's own files that have it, as a patch or an object. */
  readonly overlayFiles: readonly string[];
}

/** Finds an object by what it is called before its environment gives it a namespace. */
export function sideObjects({ bases, component, overlay }: EnvironmentSide): (id: Identity) => SideObject {
  const parts = [
    ...bases.map((part) => ({ part, isOwn: false })),
    ...component.map((part) => ({ part, isOwn: true })),
  ].flatMap((one) => objectsIn(one.part.document).map((object) => ({ ...one, ...object, key: keyOf(object.id) })));
  const made = new Map(parts.filter(({ part }) => !part.isPatch).map((one) => [one.key, one]));
  const patches = new Map(parts.filter(({ part }) => part.isPatch).map((one) => [one.key, one]));
  const files = overlay.files.flatMap((document) =>
    objectsIn(document).map(({ id }) => ({ key: keyOf(id), file: document.where })),
  );
  return (id) => {
    const key = keyOf(id);
    return {
      made: made.get(key),
      patch: patches.get(key),
      overlayFiles: files.filter((one) => one.key === key).map(({ file }) => file),
    };
  };
}

function keyOf(id: Identity): string {
  return identityKey({ ...id, namespace: undefined });
}
