import { defineStation, input } from "@kit/station";
import { review, type ReviewInput } from "./review.ts";

/** From two versions of environments to what changes, and what may come of it. */
export const reviewStation = defineStation({
  name: "review",
  // Whether an object moves to an environment or is new, the others tell.
  scope: "repository",
  inputs: {
    base: input<string>("what is compared with, as a reader would name it"),
    head: input<string>("what is compared"),
    sides: input<ReviewInput["sides"]>(
      "of each environment the documents before and after, what differs in its overlay, and what syncs it",
    ),
  },
  result: "the changes of each environment with their classes of risk, the riskiest first",
  run: review,
});
