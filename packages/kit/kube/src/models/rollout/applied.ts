import { isList, isMap, type Json, type JsonObject } from "../../json.ts";
import { ruleOf } from "../../list-rule.ts";
import { mapOf, textOf, type Loose } from "../../loose.ts";
import { placeIn, rootOf, type TypePlace } from "../../place.ts";
import { defaulted } from "../defaults/defaulted.ts";

/**
 * What a cluster has after an apply of the one over the other: what the server had filled in and nobody writes stays, also
 * where it would be filled in differently now. So `serviceAccountName` that is not written any more stays by its old name
 * `serviceAccount`, and a Job that had one completion by default keeps it when it gets a parallelism.
 */
export function applied(before: Loose, after: Loose): Loose {
  const known = last.get(after);
  if (known?.before === before) return known.applied;
  const own = appliedOver(before, after);
  last.set(after, { before, applied: own });
  return own;
}

/** It is asked again and again for the same two states, which nobody changes. */
const last = new WeakMap<Loose, { readonly before: Loose; readonly applied: Loose }>();

function appliedOver(before: Loose, after: Loose): Loose {
  const [apiVersion, kind] = [textOf(after["apiVersion"]) ?? "", textOf(after["kind"]) ?? ""];
  const state = { live: defaulted(before), before, after } as unknown as State;
  return withAddress(before, mapOf(mergedMap(state as MapState, rootOf(apiVersion, kind))));
}

/** A Service that was headless stays so where nobody writes an address: the server takes the old one again. */
function withAddress(before: Loose, after: Loose): Loose {
  const [own, other] = [mapOf(before["spec"]), mapOf(after["spec"])];
  const isHeadless =
    after["kind"] === "Service" && own["clusterIP"] === "None" && textOf(other["clusterIP"]) === undefined;
  // On nodes it cannot be, and the server refuses that.
  const isInside = (textOf(other["type"]) ?? "ClusterIP") === "ClusterIP";
  return isHeadless && isInside ? { ...after, spec: { ...other, clusterIP: "None" } } : after;
}

interface State {
  readonly live: Json | undefined;
  readonly before: Json | undefined;
  readonly after: Json;
}

type MapState = { readonly live: JsonObject; readonly before: JsonObject; readonly after: JsonObject };

function merged(state: State, place: TypePlace): Json {
  const { live, before, after } = state;
  if (isMap(after) && isMap(live) && isMap(before)) return mergedMap({ live, before, after }, place);
  if (isList(after) && isList(live) && isList(before)) return mergedList({ live, before, after }, place);
  return after;
}

// Where one field decides which others there may be, what the server had filled in goes with it: `retainKeys`, and the
// handlers of a probe.
const unions = ["strategy", "updateStrategy", "livenessProbe", "readinessProbe", "startupProbe"];

function mergedMap({ live, before, after }: MapState, place: TypePlace): JsonObject {
  const entries = Object.keys({ ...live, ...after }).flatMap((name): [string, Json][] => {
    const own = after[name];
    const inner = placeIn(place, name, own);
    if (own !== undefined && own !== null) {
      if (unions.includes(name)) return [[name, own]];
      return [[name, merged({ live: live[name], before: before[name], after: own }, inner)]];
    }
    const wasWritten = before[name] !== undefined && before[name] !== null;
    return wasWritten || live[name] === undefined ? [] : [[name, live[name]]];
  });
  return Object.fromEntries(entries);
}

/** What is filled in keeps the order of what is written, so an item is at one index before and in the cluster. */
function mergedList(
  {
    live,
    before,
    after,
  }: { readonly live: readonly Json[]; readonly before: readonly Json[]; readonly after: readonly Json[] },
  place: TypePlace,
): Json {
  const rule = ruleOf(place);
  if (rule.type !== "map" || live.length !== before.length) return after;
  const keyOf = (item: Json): string =>
    JSON.stringify(rule.keys.map((key) => (isMap(item) ? (item[key] ?? rule.defaults[key]) : undefined)));
  const known = new Map(before.map((item, index) => [keyOf(item), index]));
  return after.map((item) => {
    const index = known.get(keyOf(item));
    if (index === undefined || isVolumes(place)) return item;
    return merged({ live: live[index], before: before[index], after: item }, placeIn(place, 0, item));
  });
}

/** Whether the items are volumes, which have one source each. */
function isVolumes({ type }: TypePlace): boolean {
  return type?.items?.fields?.get("emptyDir") !== undefined;
}
