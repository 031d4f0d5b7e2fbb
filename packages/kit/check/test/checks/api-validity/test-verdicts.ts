import { expect, test } from "vitest";
import type { Check } from "../../../src/define-check.ts";
import { judge } from "../../judge.ts";
import { changed, type Change } from "./objects.ts";
import { podWith, type Parts } from "./pod-with.ts";

/** A change, and all that a check says of it. */
export type Refused = readonly [change: Change, ...findings: string[]];

/** Tests which changes of objects a check takes, and what it finds in others. */
export function testVerdicts(check: Check, taken: readonly Change[], refused: readonly Refused[]): void {
  test.for(taken)("takes %s with %j", (change) => {
    expect(judge(check, changed(change))).toEqual([]);
  });

  test.for(refused)("finds %j", ([change, ...findings]) => {
    expect(findings).not.toEqual([]);
    expect(judge(check, changed(change))).toEqual(findings);
  });
}

/** Tests which pods a check takes. */
export function testTakenPods(check: Check, taken: readonly Parts[]): void {
  test.for(taken)("takes %j", (parts) => {
    expect(judge(check, podWith(parts))).toEqual([]);
  });
}
