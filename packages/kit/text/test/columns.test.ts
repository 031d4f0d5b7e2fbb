import fc from "fast-check";
import { expect, test } from "vitest";
import { columns, fits, inLines } from "../src/index.ts";

test("items go on in a line below, where they do not fit", () => {
  const items = Array.from({ length: 20 }, (_, index) => `service-${index}`);
  expect(inLines("  node-1  ", items)).toMatchInlineSnapshot(`
    "  node-1  service-0, service-1, service-2, service-3, service-4, service-5, service-6, service-7,
              service-8, service-9, service-10, service-11, service-12, service-13, service-14,
              service-15, service-16, service-17, service-18, service-19"
  `);
  expect(inLines("none: ", [])).toBe("none:");
});

test("no item is lost or broken, and only one that is too long alone does not fit", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,120}$/)), fc.stringMatching(/^[a-z]{0,20} $/), (items, lead) => {
      const text = inLines(lead, items);
      expect(text.slice(lead.length).split(/,\s+/).filter(Boolean)).toEqual(items);
      for (const line of text.split("\n")) {
        expect(fits(line) || line.trimEnd().split(" ").filter(Boolean).length <= 2).toBe(true);
      }
      expect(columns).toBe(100);
    }),
  );
});
