import { isMap, listOf, type Json, type JsonObject } from "@kit/kube";

/** The maps of a list, with their positions. */
export function entriesOf(value: Json | undefined): [JsonObject, number][] {
  return listOf(value).flatMap((entry, index): [JsonObject, number][] => (isMap(entry) ? [[entry, index]] : []));
}
