import { describeIdentity, isMap, referencesOf, type Reference } from "@kit/kube";
import type { ObjectId } from "../input/identity.ts";
import type { ObjectSet, SetObject } from "../input/object-set.ts";
import { refersTo } from "./references.ts";

/** An object that uses another, and how. */
export interface User {
  readonly object: SetObject;
  /** As a review names it. */
  readonly name: string;
  readonly reference: Reference;
}

/** The objects of a side that refer to an object by the API's own fields. */
export function usersOf(id: ObjectId, side: ObjectSet): User[] {
  return side.mentioning(id.name).flatMap((object) =>
    referencesOf(object.data)
      .filter((one) => refersTo(one, object.id, id))
      .map((reference) => ({ object, name: describeIdentity(object.id), reference })),
  );
}

/** An object that has an address of a Service in a text, such as `http://backend-service:8000`. */
export interface Caller {
  readonly name: string;
  /** As it is written there. */
  readonly address: string;
  readonly port: string | undefined;
}

/** The objects of a side that have the address of a Service in a ConfigMap, a variable or anywhere else. */
export function callersOf({ name, namespace }: ObjectId, side: ObjectSet): Caller[] {
  const quoted = RegExp.escape(name);
  const full = namespace === undefined ? String.raw`(?:\.[a-z0-9-]+)?` : String.raw`(?:\.${RegExp.escape(namespace)})?`;
  const address = new RegExp(
    String.raw`((?:https?:)?//(?:[^\s/@]*@)?)?(?<![\w.-])(${quoted})(${full}(?:\.svc)?(?:\.cluster\.local)?)(?::(\d{1,5}))?(?![\w-])(?!\.[a-z])`,
    "g",
  );
  return side.mentioning(name).flatMap((object) => {
    const local = namespace === undefined || object.id.namespace === undefined || object.id.namespace === namespace;
    const found = textsIn(object.data).flatMap((text) =>
      [...text.matchAll(address)].flatMap(([, scheme, host, domain = "", port]): Caller[] => {
        // A name alone is any word; in another namespace it is a different Service.
        if (scheme === undefined && port === undefined && !domain.includes(".svc")) return [];
        if (domain === "" && !local) return [];
        const written = `${host}${domain}${port === undefined ? "" : `:${port}`}`;
        return [{ name: describeIdentity(object.id), address: written, port: port ?? defaultPort(scheme) }];
      }),
    );
    return found.slice(0, 1);
  });
}

function defaultPort(scheme = ""): string | undefined {
  if (scheme.startsWith("https:")) return "443";
  return scheme.startsWith("http:") ? "80" : undefined;
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return (value as unknown[]).flatMap(textsIn);
  return isMap(value) ? Object.values(value).flatMap(textsIn) : [];
}
