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
    const named = local ? hostsIn(object.data).filter((host) => host === name) : [];
    return [
      ...found,
      ...named.map((host) => ({ name: describeIdentity(object.id), address: host, port: undefined })),
    ].slice(0, 1);
  });
}

/** Values that are a host by the name of their variable, such as `PGHOST`: a name alone is any word elsewhere. */
function hostsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(hostsIn);
  if (!isMap(value)) return [];
  const { name, value: own } = value;
  const variable = typeof name === "string" && typeof own === "string" ? [[name, own] as const] : [];
  const texts = [...variable, ...Object.entries(value)].filter(
    ([key, text]) => isHostName(key) && typeof text === "string",
  );
  return [...texts.map(([, text]) => text as string), ...Object.values(value).flatMap(hostsIn)];
}

/** `PGHOST`, `REDIS_ADDR`, `DB_SERVER`; a `hostname` of the API's own fields is one, too, and names a pod. */
function isHostName(key: string): boolean {
  return (
    /^[A-Z0-9_.-]*(HOST(NAME)?|ADDR(ESS)?|SERVER|SERVICE|ENDPOINT|UPSTREAM)[A-Z0-9_]*$/.test(key) ||
    /^[a-z0-9_.-]+[_.-](host|addr|address|server|endpoint)$/.test(key)
  );
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
