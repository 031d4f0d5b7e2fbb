import type { SyncEffect } from "../sync/sync-effect.ts";

/** More objects of one line are folded, and more lines of one deed. */
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
  const lines = effects.map(({ does, objects, about, next }): SyncLine => {
    const isMany = !all && objects.length > mostObjects + 1;
    const shown = isMany ? objects.slice(0, mostObjects) : objects;
    const rest = isMany ? ` and ${objects.length - mostObjects} more (--all shows them)` : "";
    return { does, text: `${shown.join(", ")}${rest}${about === "" ? "" : `: ${about}`}`, next };
  });
  return all ? lines : [...Map.groupBy(lines, ({ does }) => does).values()].flatMap(folded);
}

/** Deeds of one kind that are more than a reader counts. */
function folded(lines: readonly SyncLine[]): readonly SyncLine[] {
  const rest = lines.length - mostObjects;
  if (rest <= 1) return lines;
  const { does } = lines[0]!;
  return [
    ...lines.slice(0, mostObjects),
    { does, text: `${rest} more, each in its own way (--all shows them)`, next: undefined },
  ];
}
