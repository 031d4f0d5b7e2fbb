import { nearest } from "@kit/errors";

/** `name backend-config, or …`: the nearest of what there is, before what else can be done. */
export function orNearest(name: string, known: readonly string[], otherwise: string): string {
  const meant = nearest(name, known);
  return meant === undefined ? otherwise : `write ${meant}, or ${otherwise}`;
}
