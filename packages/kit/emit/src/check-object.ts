import { shown, type Problem } from "@kit/errors";
import { placeAt, takesNull, type JsonObject } from "@kit/kube";
import { dnsSubdomainProblem } from "@kit/kube/names";
import { describeObject, type KubeObject } from "@kit/model";
import { placeOf } from "./emitted-object.ts";
import { findLost, isUndefined, type Lost } from "./find-lost.ts";

// RBAC objects may be named by any path segment, such as `system:node`.
const rbacName = /^(?!\.{1,2}$)[^/%\s\\]+$/;
const rbacKinds = new Set(["Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"]);

/**
 * What makes an object unfit to be written: a missing or invalid name, a value of the wrong type, a value that
 * would be lost on the way.
 *
 * @param json What the object's `toJSON` returned.
 *
 * Names follow https://kubernetes.io/docs/concepts/overview/working-with-objects/names/.
 */
export function checkObject(object: KubeObject, json: unknown, where: string): Problem[] {
  const found = [...checkKind(object, where), ...checkName(object, where)];
  if (found.length > 0) return found;
  const place = placeOf(where, object);
  // What is lost has no type either, and a field that is missing is easier to understand.
  const lost = checkLostIn(object, json, place);
  if (lost.length > 0) return lost;
  const configMap = checkConfigMapValues(object.kind, json as object, place);
  if (configMap.length > 0) return configMap;
  return checkTypes(object, json, place);
}

/** A ConfigMap's values must be strings; also in a patch, where no schema looks. */
export function checkConfigMapValues(kind: string, content: object, place: string): Problem[] {
  if (kind !== "ConfigMap") return [];
  const { data } = content as { data?: unknown };
  return Object.entries(data ?? {}).flatMap(([key, value]): Problem[] => {
    if (typeof value === "string" || value === null || value === undefined) return [];
    return [
      {
        code: "config-map-value",
        what: `data.${key} must be a string, got the ${typeof value} ${shown(value)}`,
        where: place,
        next: typeof value === "object" ? "write it as text, JSON.stringify(…) say" : `write "${String(value)}"`,
      },
    ];
  });
}

/** What of a patch would not survive. */
export function checkLost(delta: unknown, place: string): Problem[] {
  return findLost(delta).map((lost) => problemOf(lost, place));
}

/** What of an object would not survive: null too, which removes nothing here, but where a custom resource may mean it. */
function checkLostIn({ apiVersion, kind }: KubeObject, json: unknown, place: string): Problem[] {
  const nulls: Lost[] = [];
  const lost = findLost(json, (path, text) => {
    if (takesNull(placeAt(apiVersion, kind, path, json as JsonObject))) return;
    nulls.push({
      path: text,
      why: "is null, which the API server takes for nothing",
      next: "leave it out, or give it a value",
    });
  });
  const said = lost.map((one) =>
    one.why === isUndefined ? { ...one, next: "give it a value, or leave it out" } : one,
  );
  return [...said, ...nulls].map((one) => problemOf(one, place));
}

function problemOf({ path, why, next }: Lost, place: string): Problem {
  return { code: "value-lost", what: `${path} ${why}`, where: place, next };
}

/** Whatever a Secret of a package holds would be written, and committed. */
function checkKind(object: KubeObject, where: string): Problem[] {
  if (object.kind !== "Secret" && object.kind !== "SecretList") return [];
  return [
    {
      code: "secret-plain",
      what: `${describeObject(object)} is in a package, and no Secret may be in the repository`,
      where,
      next: "write its contract, defineSecret({…}), and say with secretSource where its values come from",
    },
  ];
}

function checkName(object: KubeObject, where: string): Problem[] {
  const name: unknown = object.metadata?.name;
  if (typeof name !== "string" || name === "") {
    const next = 'give it one: metadata: { name: "…" }';
    return [{ code: "object-name", what: `${object.kind} has no metadata.name`, where, next }];
  }
  const isValid = rbacKinds.has(object.kind)
    ? rbacName.test(name) && name.length <= 253
    : dnsSubdomainProblem(name) === undefined;
  if (isValid) return [];
  return [
    {
      code: "object-name",
      what: `${object.kind} name ${shown(name)} is not a DNS-1123 subdomain`,
      where,
      next: "use lower-case letters, digits, - and ., with a letter or digit at both ends, at most 253",
    },
  ];
}

interface SchemaError {
  readonly instancePath: string;
  readonly message?: string;
}

function checkTypes(object: KubeObject, json: unknown, place: string): Problem[] {
  try {
    object.validate();
    return [];
  } catch (error) {
    const { errors } = error as { errors?: readonly SchemaError[] };
    if (errors === undefined) throw error;
    return byPath(errors).map(([pointer, messages]) => ({
      code: "object-invalid",
      what: `${readable(pointer) || describeObject(object)} ${messages}${gotAt(json, pointer)}`,
      where: place,
      next: "correct the value; the type in kubernetes-models says what it may be",
    }));
  }
}

// One wrong value fails every branch of a union: its messages belong together.
function byPath(errors: readonly SchemaError[]): [string, string][] {
  const messages = new Map<string, string[]>();
  for (const { instancePath, message = "is not valid" } of errors) {
    messages.set(instancePath, [...(messages.get(instancePath) ?? []), message]);
  }
  return [...messages].map(([pointer, all]) => [pointer, [...new Set(all)].join(" or ")]);
}

/** `/spec/ports/0/port` as `spec.ports[0].port`. */
function readable(pointer: string): string {
  return pointer
    .slice(1)
    .replaceAll(/\/(\d+)(?=\/|$)/g, "[$1]")
    .replaceAll("/", ".");
}

function gotAt(value: unknown, pointer: string): string {
  let at = value;
  for (const key of pointer.slice(1).split("/")) at = (at as Record<string, unknown> | undefined)?.[key];
  return at === undefined || typeof at === "object" ? "" : `, got ${shown(at)}`;
}
