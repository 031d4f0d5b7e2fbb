import { shown, UserError } from "@kit/errors";
import { copyOf } from "./keep-lost.ts";
import type { KubeObject } from "./kube-object.ts";

/** What an object of any kind has to say; what else it has is its kind's. */
export interface UntypedFields {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: { readonly [key: string]: string };
    readonly annotations?: { readonly [key: string]: string };
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

/** An object whose fields the compiler does not know, beside those of every object. */
export interface UntypedObject extends KubeObject {
  readonly metadata: UntypedFields["metadata"];
  readonly [field: string]: unknown;
}

/**
 * An object of a kind that no class is there for. The compiler takes any field; the checks look at it by the definition of its
 * kind, where `pnpm crds add` has put one into `packages/definitions`.
 *
 * @throws UserError where it has no API version or kind.
 */
export function untyped(fields: UntypedFields): UntypedObject {
  requireText("apiVersion", fields.apiVersion);
  requireText("kind", fields.kind);
  const { apiVersion, kind, ...rest } = copyOf(fields) as UntypedFields;
  return Object.defineProperties({ apiVersion, kind, ...rest }, methods) as UntypedObject;
}

// Not among the object's fields.
const methods: PropertyDescriptorMap = {
  validate: { value: () => {} },
  toJSON: {
    value(this: object): unknown {
      return copyOf({ ...this });
    },
  },
};

function requireText(field: "apiVersion" | "kind", value: unknown): void {
  if (typeof value === "string" && value !== "") return;
  throw new UserError({
    code: "object-invalid",
    what: `${field} of an untyped object is ${shown(value)}, and not a text`,
    where: "untyped",
    next: 'write both, such as apiVersion: "example.com/v1", kind: "Backup"',
  });
}
