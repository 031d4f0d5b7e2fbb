import { isMap } from "@kit/kube";
import { toJson } from "@kit/yaml";
import { listModeOf, type ListPlace } from "./list-mode.ts";

/** A text that two values have in common where they differ in nothing but an order that means nothing. */
export function canonical(value: unknown, place: ListPlace): string {
  if (Array.isArray(value)) {
    const items = (value as unknown[]).map((item) => canonical(item, itemPlace(place)));
    return `[${(listModeOf(place, value).ordered ? items : items.toSorted()).join(",")}]`;
  }
  if (!isMap(value)) return value === undefined ? "undefined" : toJson(value);
  const fields = Object.keys(value).toSorted();
  return `{${fields.map((name) => `${JSON.stringify(name)}:${canonical(value[name], fieldPlace(place, name))}`).join(",")}}`;
}

/** The place of a field of the map at a place. */
export function fieldPlace({ type, name: parent, api, podsAt }: ListPlace, name: string): ListPlace {
  if (type?.values !== undefined)
    return { type: type.values, name, parent, api, podsAt: inPods(podsAt), isMapValue: true };
  const own = type?.fields?.get(name);
  return { type: own, name, parent, api, podsAt: api === "custom" && isPods(own) ? [] : stepTo(podsAt, name) };
}

/** The place of any item of the list at a place. */
export function itemPlace({ type, name, parent, api, podsAt }: ListPlace): ListPlace {
  return { type: type?.items, name, parent, api, podsAt: inPods(podsAt) };
}

function stepTo(podsAt: ListPlace["podsAt"], name: string): ListPlace["podsAt"] {
  return podsAt?.length === 0 ? podsAt : podsAt?.[0] === name ? podsAt.slice(1) : undefined;
}

function inPods(podsAt: ListPlace["podsAt"]): ListPlace["podsAt"] {
  return podsAt?.length === 0 ? podsAt : undefined;
}

/** Whether a definition describes the template of a pod. */
function isPods(type: ListPlace["type"]): boolean {
  return type?.fields?.get("spec")?.fields?.get("containers") !== undefined;
}
