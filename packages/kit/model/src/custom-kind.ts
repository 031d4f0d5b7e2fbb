import type { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import type { KubeObject } from "./kube-object.ts";
import { untyped, type UntypedFields } from "./untyped.ts";

/** The metadata of any object. */
export type ObjectMetadata = NonNullable<ConfigMap["metadata"]>;

/** An object of a kind with these fields, as it is made with `new`. */
export type CustomObject<Fields extends TypedFields> = Fields & Pick<KubeObject, "validate" | "toJSON">;

/** The class of a custom resource's kind, which is used as those of kubernetes-models are. */
export interface CustomKind<Fields extends TypedFields> {
  readonly apiVersion: Fields["apiVersion"];
  readonly kind: Fields["kind"];
  new (fields: Omit<Fields, "apiVersion" | "kind">): CustomObject<Fields>;
  /** Whether an object says that it is of this kind and version. */
  is(value: unknown): value is Fields;
}

interface TypedFields {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMetadata;
}

/** The class of a kind; what `pnpm crds add` writes calls it with the fields of the kind's definition. */
export function customKind<Fields extends TypedFields>(
  apiVersion: Fields["apiVersion"],
  kind: Fields["kind"],
): CustomKind<Fields> {
  class Kind {
    static readonly apiVersion = apiVersion;
    static readonly kind = kind;

    static is(value: unknown): value is Fields {
      const { apiVersion: version, kind: name } = (value ?? {}) as Partial<TypedFields>;
      return version === apiVersion && name === kind;
    }

    constructor(fields: object) {
      // What it returns is the object: its fields are its own, and it has no others.
      return untyped({ ...(fields as UntypedFields), apiVersion, kind });
    }
  }
  return Kind as unknown as CustomKind<Fields>;
}
