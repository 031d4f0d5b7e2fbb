import { expect, test } from "vitest";
import type { Check } from "../../../src/define-check.ts";
import { judge } from "../../judge.ts";
import { manifestsOf, type Cases } from "./pods.ts";

/** Tests what a check says of the pods that its control admits, which is nothing, and of those that it refuses. */
export function testStandard(check: Check, cases: Readonly<Record<string, Cases>>, findings: readonly string[]): void {
  const { admitted, refused } = cases[check.id]!;

  test("what the standard admits", () => {
    expect(judge(check, manifestsOf(admitted))).toEqual([]);
  });

  test("what it refuses", () => {
    expect(findings).not.toEqual([]);
    expect(judge(check, manifestsOf(refused))).toEqual(findings);
  });
}
