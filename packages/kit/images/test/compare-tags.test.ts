import { describe, expect, test } from "vitest";
import { compareTags } from "../src/index.ts";

const sha = "4690d36";

describe("a tag that is newer than another one", () => {
  test.for([
    ["1.10", "1.9.3"],
    ["v2.0.0", "1.10.7"],
    ["1.0.0", "1.0.0-rc.1"],
    ["1.0.0-rc10", "1.0.0-rc2"],
    ["1.0.0-rc.1", "1.0.0-beta.3"],
    ["1.2.0-2", "1.2.0-1"],
    ["1.2.3.10", "1.2.3.9"],
    ["1.3.0-alpine", "1.2.0-slim"],
    ["43", "9"],
    ["v43", "42"],
    ["20261122153000000001", "20261122153000000000"],
    ["2026-11-22", "2026-02-28"],
    ["20261122-1530", "20261121-2359"],
    ["2026.11.02", "2026.10.30"],
  ] as const)("%s is newer than %s", ([newer, older]) => {
    expect(compareTags(newer, older)).toBeGreaterThan(0);
    expect(compareTags(older, newer)).toBeLessThan(0);
  });
});

test.for(["1.2.3", "latest", sha])("%s is the same as itself", (tag) => {
  expect(compareTags(tag, tag)).toBe(0);
});

test("1.2 and 1.2.0 are one version", () => {
  expect(compareTags("1.2", "1.2.0")).toBe(0);
});

describe("tags that do not tell", () => {
  test.for([
    ["1.2.0-alpine", "1.2.0-slim"],
    ["1.2.0", "1.2.0-alpine"],
    ["1.2.0", "1.2.0-5-g4690d36"],
    ["1.2.0-1", "1.2.0-rc.1"],
    ["42", "1.2.0"],
    ["20261122", "1.2.0"],
    ["2026-11-22", "20261123"],
    ["latest", "1.2.0"],
    [sha, "0ff1ce0"],
    ["main-42", "main-43"],
    ["1.x", "1.2"],
  ] as const)("%s and %s", ([one, other]) => {
    expect([compareTags(one, other), compareTags(other, one)]).toEqual([undefined, undefined]);
  });
});
