import { forTerminal } from "@kit/text";
import type { EnvironmentReview, Review } from "../review.ts";
import { countsOf, countsText } from "./counts.ts";
import { formatSync } from "./format-text.ts";
import { style } from "./text-lines.ts";

/**
 * What syncs do of a change, environment by environment, in the words of the review: what goes, stays and is made anew. Ends
 * with a line break.
 *
 * @param all Whether all objects are named.
 */
export function formatSyncs({ environments }: Pick<Review, "environments">, all: boolean): string {
  const changed = environments.filter(({ changes }) => changes.length > 0);
  if (changed.length === 0) return "Nothing changes in a cluster.\n";
  return changed.map((one) => environmentText(one, all)).join("");
}

function environmentText({ environment, changes, sync }: EnvironmentReview, all: boolean): string {
  const head = `${style("bold", forTerminal(environment ?? "all objects"))}: ${countsText(countsOf(changes))}\n\n`;
  return sync.length === 0 ? `${head}  a sync deletes nothing\n\n` : `${head}${formatSync(sync, all)}`;
}
