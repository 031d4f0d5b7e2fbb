import { EnvironmentFailure, UserError } from "@kit/errors";
import { notice, print } from "@kit/terminal";
import type { ChangedOverlay } from "./promotion-review.ts";

/** Prints what comes of a changed overlay. Where that cannot be known, it says why: what was changed counts without it. */
export async function showPromotionReview(root: string, overlay: ChangedOverlay): Promise<void> {
  try {
    const { promotionReview } = await import("./promotion-review.ts");
    print(`\n${await promotionReview(root, overlay)}`);
  } catch (error) {
    if (!(error instanceof UserError || error instanceof EnvironmentFailure)) throw error;
    notice(`what comes of it cannot be shown: ${reasonOf(error)}\n`);
  }
}

function reasonOf(error: UserError | EnvironmentFailure): string {
  if (error instanceof EnvironmentFailure) return error.message;
  // What kustomize refuses, the next build refuses too, and says where.
  return error.problems
    .map(({ code, what, next }) => (code === "kustomize-failed" ? what : `${what}\n${next}`))
    .join("\n");
}
