import type { NotProved } from "@kit/prove";

/** What a build says of objects that are not proved; nothing where all are. */
export function formatNotProved(notProved: ReadonlyMap<string, readonly NotProved[]>): string {
  return [...notProved].map(([id, objects]) => formatEnvironment(id, objects)).join("");
}

function formatEnvironment(id: string, objects: readonly NotProved[]): string {
  const names = objects.map(({ object: { kind, name } }) => `${kind} ${name}`).join(", ");
  const why = [...new Set(objects.flatMap((one) => one.why))].map((reason) => `    ${reason}\n`).join("");
  return `not proved in ${id}: ${objects.length} ${objects.length === 1 ? "object" : "objects"}: ${names}\n${why}`;
}
