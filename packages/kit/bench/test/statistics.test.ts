import { describe, expect, test } from "vitest";
import { inTurns } from "../src/measurement.ts";
import { median } from "../src/statistics.ts";

describe("median", () => {
  test("is the middle value, whatever the order", () => {
    expect(median([5, 100, 1])).toBe(5);
  });

  test("is the mean of the two in the middle", () => {
    expect(median([40, 10, 30, 20])).toBe(25);
  });

  test("of one value is that value", () => {
    expect(median([7])).toBe(7);
  });

  test("of nothing is refused", () => {
    expect(() => median([])).toThrow("there is no median of nothing");
  });
});

describe("inTurns", () => {
  test("runs one after the other in each turn, and gives the medians", async () => {
    const order: string[] = [];
    const times = { one: [30, 10, 20], other: [3, 9, 6] };
    const run = (name: "one" | "other", bytes: number | undefined) => () => {
      order.push(name);
      return Promise.resolve({ ms: times[name].shift()!, bytes });
    };
    const told: number[] = [];
    const turns = { turns: 3, onTurn: (turn: number) => void told.push(turn) };
    const result = await inTurns(turns, { one: run("one", 100), other: run("other", undefined) });
    expect(order).toEqual(["one", "other", "one", "other", "one", "other"]);
    expect(told).toEqual([1, 2, 3]);
    expect(result).toEqual({
      one: {
        ms: 20,
        bytes: 100,
        runs: [
          { ms: 30, bytes: 100 },
          { ms: 10, bytes: 100 },
          { ms: 20, bytes: 100 },
        ],
      },
      other: {
        ms: 6,
        bytes: undefined,
        runs: [
          { ms: 3, bytes: undefined },
          { ms: 9, bytes: undefined },
          { ms: 6, bytes: undefined },
        ],
      },
    });
  });
});
