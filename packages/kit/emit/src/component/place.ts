import { commentName } from "../scalar.ts";

/** A position in a list, and what a reader knows the entry there by, such as its name. */
export interface Position {
  readonly index: number;
  /** Any text. */
  readonly label: string;
}

/** The way to a value from an object's root: names of fields, and positions. */
export type ValuePlace = readonly (string | Position)[];

/** The index of the place behind the last entry of a list, which a pointer writes as `-`. */
export const end = -1;

/** A place as a JSON pointer, such as `/metadata/labels/app.kubernetes.io~1name`. */
export function pointerOf(place: ValuePlace): string {
  return place.map((step) => `/${typeof step === "string" ? escaped(step) : position(step)}`).join("");
}

/** A place without what a reader knows entries by. */
export function pathOf(place: ValuePlace): (string | number)[] {
  return place.map((step) => (typeof step === "string" ? step : step.index));
}

/**
 * The last entry of a list on the way, from the first list on, such as `containers[backend].env[PORT]`; undefined where
 * there is none. One line, whatever the names are.
 */
export function entryName(place: ValuePlace): string | undefined {
  const last = place.findLastIndex(isPosition);
  if (last === -1) return undefined;
  const from = Math.max(0, place.findIndex(isPosition) - 1);
  const name = place
    .slice(from, last + 1)
    .map((step) => (isPosition(step) ? `[${commentName(step.label)}]` : `.${commentName(step)}`));
  return name.join("").replace(/^\./, "");
}

function isPosition(step: string | Position): step is Position {
  return typeof step !== "string";
}

function escaped(field: string): string {
  return field.replaceAll("~", "~0").replaceAll("/", "~1");
}

function position({ index }: Position): string {
  return index === end ? "-" : String(index);
}
