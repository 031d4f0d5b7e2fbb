import { load } from "js-yaml";
import { compare, type Compared } from "./compare.ts";
import type { JsonObject } from "./mutate.ts";
import { placesOf, without } from "./places.ts";
import type { Oracle } from "./server-verdict.ts";

/** The disagreement with everything removed that does not take part in it. */
export async function shrink(compared: Compared, oracle: Oracle): Promise<Compared> {
  let smallest = compared;
  for (let index = 0; ; index++) {
    const object = load(smallest.text, { json: true }) as JsonObject;
    // Behind what could not be removed: each round removes one, or goes on.
    const place = placesOf(object).slice(1)[index];
    if (place === undefined) return smallest;
    const text = `${JSON.stringify(without(object, place.path), null, 2)}\n`;
    const smaller = compare({ ...smallest, text }, await oracle({ ...smallest, text }));
    if (topicOf(smaller) !== topicOf(compared)) continue;
    smallest = smaller;
    index--;
  }
}

/** What a disagreement is about; equal for two that one fix would end. */
export function topicOf({ disagreement, file, verdict, errors }: Compared): string {
  const what = disagreement === "missed" ? topicOfMessage(verdict!) : errors.map(({ check }) => check).join(", ");
  return disagreement === undefined ? "" : `${disagreement}: ${file}: ${what}`;
}

/** Without the object's name, values and indexes. */
function topicOfMessage(message: string): string {
  return message
    .replace(/^\S+ "[^"]*" is invalid: /, "")
    .replaceAll(/\[\d+\]/g, "[]")
    .replaceAll(/value: (?:"(?:[^"\\]|\\.)*"|\S+?)(?=[:,]| )/gi, "value");
}
