import type { SyncEffect } from "../sync/sync-effect.ts";

/** More objects of one line are folded. */
const mostObjects = 8;

/** What a sync does, a line for each deed. */
export interface SyncLine {
  readonly does: string;
  /** The objects, and what is said of them. */
  readonly text: string;
  /** What somebody has to do by hand. */
  readonly next: string | undefined;
}

/** @param all Whether nothing is folded. */
export function syncLines(effects: readonly SyncEffect[], all: boolean): SyncLine[] {
  return effects.map(({ does, objects, about, next }) => {
    const isMany = !all && objects.length > mostObjects + 1;
    const shown = isMany ? objects.slice(0, mostObjects) : objects;
    const rest = isMany ? ` and ${objects.length - mostObjects} more (--all shows them)` : "";
    return { does, text: `${shown.join(", ")}${rest}${about === "" ? "" : `: ${about}`}`, next };
  });
}
