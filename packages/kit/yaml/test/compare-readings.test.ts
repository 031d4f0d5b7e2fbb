import fc from "fast-check";
import { expect, test } from "vitest";
import { compareReadings } from "../src/compare-readings.ts";
import { readAsKubectl } from "../src/kubectl.ts";
import { anyFile, printedFile } from "./generate.ts";

test("what is known to be the same in both need not be read twice", () => {
  const files = fc.array(fc.oneof(printedFile(), anyFile()), { minLength: 1, maxLength: 4 });
  let count = 0;
  fc.assert(
    fc.property(files, (parts) => {
      const file = Buffer.concat(parts.flatMap((part, at) => (at === 0 ? [part] : [Buffer.from("---\n"), part])));
      const own = readAsKubectl(file);
      const unknown = own.map((one) => (one.refusal === undefined ? { ...one, isSameInBoth: false } : one));
      if (own.some((one) => one.refusal === undefined && one.isSameInBoth === true)) count++;
      expect(plain(compareReadings(file, own))).toEqual(plain(compareReadings(file, unknown)));
    }),
    { numRuns: process.env["LONG"] === undefined ? 1000 : 20_000 },
  );
  expect(count).toBeGreaterThan(100);
});

function plain(differences: ReturnType<typeof compareReadings>) {
  return differences.map(({ document, path, kubectl, kustomize }) => ({ document, path, kubectl, kustomize }));
}
