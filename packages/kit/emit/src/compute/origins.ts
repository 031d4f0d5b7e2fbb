/** Who set a value. */
export type ValueOrigin =
  /** The object as its service has it, in every environment. */
  | { readonly type: "base"; readonly where: string }
  /** An object that only this environment has. */
  | { readonly type: "environment"; readonly where: string }
  /** A change of the environment, of `configure` itself or of a helper that it calls. */
  | {
      readonly type: "change";
      /** The package whose `configure` returned it. */
      readonly where: string;
      /** Such as `protectInProduction`; undefined for a patch that is written in `configure`. */
      readonly helper: string | undefined;
      /** The call of `patch`, such as `packages/shop/cart/src/index.ts:71:5`, as far as it is known. */
      readonly at: string | undefined;
    }
  /** The build itself. */
  | { readonly type: "kit"; readonly rule: "checksum" | "sync-wave" | "namespace" | "traffic" | "prune-protection" };

/**
 * Who set the values of an object: a tree beside it, as deep as changes went. Where it ends, everything below is of one
 * hand. What a change has removed stays in it, by its field.
 */
export interface Origins {
  /** Undefined: whoever set the value that this one is in. */
  readonly by: ValueOrigin | undefined;
  readonly fields: ReadonlyMap<string, Origins> | undefined;
  /** By its index in the list; undefined where nobody has changed the entry. */
  readonly entries: readonly (Origins | undefined)[] | undefined;
}

/**
 * Who set the value at a place of an object.
 *
 * @param path From the object's root: names of fields, and indexes of lists as they are now.
 */
export function originAt(origins: Origins, path: readonly (string | number)[]): ValueOrigin | undefined {
  let at: Origins | undefined = origins;
  let by = origins.by;
  for (const step of path) {
    at = typeof step === "number" ? at?.entries?.[step] : at?.fields?.get(step);
    if (at === undefined) return by;
    by = at.by ?? by;
  }
  return by;
}
