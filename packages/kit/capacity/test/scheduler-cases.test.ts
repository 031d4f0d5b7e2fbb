import * as fc from "fast-check";
import { expect, test } from "vitest";
import { predict } from "./prediction.ts";
import { schedulerCase } from "./scheduler-cases.ts";

test("the cases for the real scheduler are of both kinds, and chance decides few of them", () => {
  const count = { fits: 0, "does not fit": 0, "places are known": 0, "left to chance": 0 };
  fc.assert(
    fc.property(schedulerCase, (one) => {
      const { fits, nodes } = predict(one);
      if (fits === undefined) count["left to chance"]++;
      else count[fits ? "fits" : "does not fit"]++;
      if (nodes !== undefined) count["places are known"]++;
    }),
    { numRuns: 320, seed: 4 },
  );
  expect(count).toMatchInlineSnapshot(`
    {
      "does not fit": 201,
      "fits": 118,
      "left to chance": 1,
      "places are known": 120,
    }
  `);
});
