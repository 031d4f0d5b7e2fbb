import { allKinds, findKind, type TypeSchema } from "@kit/schema";
import type { Json, JsonObject } from "@kit/kube";
import fc from "fast-check";

/** Kinds of every sort: workloads, lists with two keys, sets, atomic lists, definitions. */
const names = [
  ["v1", ["ConfigMap", "Service", "ServiceAccount", "PersistentVolumeClaim", "Pod", "Namespace", "LimitRange"]],
  ["apps/v1", ["Deployment", "StatefulSet", "DaemonSet"]],
  ["batch/v1", ["CronJob", "Job"]],
  ["networking.k8s.io/v1", ["Ingress", "NetworkPolicy"]],
  ["rbac.authorization.k8s.io/v1", ["Role", "ClusterRoleBinding"]],
  ["autoscaling/v2", ["HorizontalPodAutoscaler"]],
  ["admissionregistration.k8s.io/v1", ["ValidatingWebhookConfiguration"]],
  ["storage.k8s.io/v1", ["CSIDriver"]],
  ["flowcontrol.apiserver.k8s.io/v1", ["FlowSchema"]],
] as const;
const own = names.flatMap(([apiVersion, kinds]) => kinds.map((kind) => findKind(apiVersion, kind)!));
const custom = allKinds().filter(({ apiVersion }) => apiVersion.startsWith("argoproj.io/"));

/** An object of a kind, and a change of it that can be applied. */
export interface Case {
  readonly type: TypeSchema;
  readonly object: JsonObject;
  readonly changes: readonly JsonObject[];
}

/** @param changes How many changes. */
export function cases(changes: number): fc.Arbitrary<Case> {
  return fc.constantFrom(...own, ...custom).chain(({ apiVersion, kind, type }) =>
    fc
      .record({
        content: contentOf(type, 7),
        deltas: fc.array(fc.infiniteStream(fc.nat(999)), { minLength: changes, maxLength: changes }),
      })
      .map(({ content, deltas }) => {
        const object = { ...(content as JsonObject), apiVersion, kind };
        return {
          type,
          object,
          changes: deltas.map((stream) => changeOf(type, object, chooser(stream), true) as JsonObject),
        };
      }),
  );
}

/** A value of a type, with few fields, so that what is there is deep rather than broad. */
function contentOf(type: TypeSchema | undefined, depth: number): fc.Arbitrary<Json> {
  if (type === undefined || depth === 0) return fc.constant("x");
  if (type.type === "object") {
    const fields = (type.fields?.names ?? []).filter((name) => name !== "status" && name !== "managedFields");
    if (fields.length === 0) return fc.constant({});
    return fc
      .uniqueArray(fc.constantFrom(...fields), { maxLength: 5 })
      .chain((chosen) =>
        fc
          .tuple(...chosen.map((name) => contentOf(type.fields!.get(name), depth - 1)))
          .map((values) => Object.fromEntries(chosen.map((name, index) => [name, values[index]!]))),
      );
  }
  if (type.type === "map") return fc.dictionary(fc.constantFrom("a", "b", "c"), contentOf(type.values, depth - 1));
  if (type.type !== "list") return scalar;
  if (type.listType === "map") return keyedList(type, depth);
  if (type.listType === "set") return fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 3 });
  return fc.array(contentOf(type.items, depth - 1), { maxLength: 3 });
}

const scalar = fc.constantFrom<Json>(0, 1, "a", "b", true, false);
const keys = ["k", "l", "m", "n"];

function keyedList(type: TypeSchema, depth: number): fc.Arbitrary<Json> {
  return fc
    .uniqueArray(fc.constantFrom(...keys), { maxLength: 3 })
    .chain((chosen) =>
      fc
        .tuple(...chosen.map(() => contentOf(type.items, depth - 1)))
        .map((items) => chosen.map((key, index) => keyed(type, items[index] as JsonObject, key))),
    );
}

/** An entry with a key, written out, and with a name that no other has. */
function keyed(type: TypeSchema, item: JsonObject, key: string): JsonObject {
  const [first, ...others] = type.keys!;
  const name = type.items?.fields?.get("name") === undefined ? {} : { name: `name-${key}` };
  return { ...item, ...name, ...Object.fromEntries(others.map((other) => [other, "TCP"])), [first!]: key };
}

type Choose = (below: number) => number;

function chooser(stream: fc.Stream<number>): Choose {
  return (below) => stream.next().value! % below;
}

/** Any change that an author may write of a value; undefined for none. */
function changeOf(
  type: TypeSchema | undefined,
  value: Json | undefined,
  choose: Choose,
  isRoot = false,
): Json | undefined {
  if (!isRoot && choose(8) === 0) return null;
  if (type?.type === "object" && isMap(value)) {
    const fields = Object.keys(value).filter(
      (name) => !["apiVersion", "kind", ...(isRoot ? ["status"] : [])].includes(name),
    );
    return changesOf(fields, (name) => changeOf(type.fields?.get(name), value[name], choose), choose);
  }
  if (type?.type === "map" && isMap(value)) {
    return changesOf(["a", "b", "d"], (name) => changeOf(type.values, value[name] ?? "new", choose), choose);
  }
  if (type?.type !== "list" || !Array.isArray(value)) return value === undefined ? undefined : renewed(value, choose);
  if (type.listType === "map") return entriesOf(type, value as readonly JsonObject[], choose);
  if (type.listType === "set") {
    return ["a", "b", "e"].map((one) =>
      (value as readonly Json[]).includes(one) && choose(2) === 0 ? { $remove: one } : one,
    );
  }
  return { $whole: choose(2) === 0 ? [] : [...(value as readonly Json[]), ...(value as readonly Json[])] };
}

function changesOf(fields: readonly string[], change: (name: string) => Json | undefined, choose: Choose): JsonObject {
  const chosen = fields.filter(() => choose(2) === 0);
  return Object.fromEntries(
    chosen.flatMap((name): [string, Json][] => {
      const made = change(name);
      return made === undefined ? [] : [[name, made]];
    }),
  );
}

function entriesOf(type: TypeSchema, list: readonly JsonObject[], choose: Choose): Json {
  if (choose(10) === 0) return { $whole: list.toReversed().slice(1) };
  const key = type.keys![0]!;
  const changed = list.flatMap((entry): JsonObject[] => {
    const named = Object.fromEntries(type.keys!.map((one) => [one, entry[one]!]));
    const change = withoutKeys(type, changeOf(type.items, entry, choose, true) as JsonObject);
    const how = choose(4);
    if (how === 0) return [];
    if (how === 1) return [{ $remove: named }];
    if (how === 2) return [{ $entry: named, ...change, [key]: `${JSON.stringify(entry[key])}-new-${choose(1000)}` }];
    return [{ ...change, ...named }];
  });
  const added = choose(2) === 0 ? [] : [keyed(type, {}, `added-${choose(1000)}`)];
  return choose(2) === 0 ? [...changed, ...added] : [...added, ...changed];
}

function withoutKeys({ keys: own = [] }: TypeSchema, change: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(change).filter(([field]) => !own.includes(field) && field !== "name"));
}

function renewed(value: Json, choose: Choose): Json {
  return typeof value === "object" ? value : [2, "c", true][choose(3)]!;
}

function isMap(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
