export { lostFiles } from "./not-lost.ts";
export { madeByTools, readForLife } from "./life-facts.ts";
export { mentionsOf } from "./mentions.ts";
export { snapshotsToReview } from "../review/review-refs.ts";
export { tryPlan } from "./trial.ts";
export type { ReadRepository } from "./life-facts.ts";
