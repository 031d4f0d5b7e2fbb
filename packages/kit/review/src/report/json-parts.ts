import type { FieldChange } from "../diff/change.ts";
import type { ObjectId } from "../input/identity.ts";

/** What an object is called, as JSON. */
export function identityJson({ group, kind, namespace, name }: ObjectId) {
  return { group, kind, namespace: namespace ?? null, name };
}

/** What differs in a field, as JSON. A value that is not there has no member: null is a value that YAML has. */
export function fieldJson({ op, path, before, after, equal, inner }: FieldChange): object {
  return {
    path,
    change: op,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    equal: equal ?? null,
    inner: inner?.form === "data" ? { form: "data", fields: inner.fields.map(fieldJson) } : (inner ?? null),
  };
}

/** For `JSON.stringify`: an integer that JSON's readers would round, as a text. */
export function digits(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
