import type { JsonObject } from "@kit/kube";
import type { RenderedObject } from "@kit/prove";
import fc from "fast-check";
import { expect, test } from "vitest";
import { corrupted } from "./corrupted.ts";
import { declarations, rendered } from "./random-case.ts";

const runs = process.env["LONG"] === "1" ? 200 : 5;

/** Which document, and the way down into it. */
const places = fc.array(
  fc.tuple(fc.nat({ max: 10_000 }), fc.array(fc.nat({ max: 1000 }), { minLength: 12, maxLength: 12 })),
  { minLength: 40, maxLength: 40 },
);

test("what the real kustomize makes of random objects, changes and declarations is proved, and no corruption of it", async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(), declarations, places, async (seed, declared, all) => {
      const result = await rendered(seed, declared);
      fc.pre(result !== undefined);
      const { documents, proofOf } = result;
      expect(proofOf(documents)).toEqual({ problems: [], notProved: [] });
      for (const [number, way] of all) {
        const document = documents[number % documents.length]!;
        const [name] = /object-\d+|source/.exec(document.name) ?? [];
        const found = corrupted(document.data, way);
        if (name === undefined || found === undefined) continue;
        count += 1;
        const { problems } = proofOf(documents.with(number % documents.length, asRendered(found.data as JsonObject)));
        const said = problems.map(({ what }) => what).join("\n");
        const { path } = found;
        // With another identity it is a different object, and no value is named.
        const isSame = path[0] !== "apiVersion" && path[0] !== "kind" && path[0] !== "metadata";
        const parts = isSame ? [name, "corrupted"] : [name];
        expect({ path, said, missing: parts.filter((part) => !said.includes(part)) }).toEqual({
          path,
          said,
          missing: [],
        });
      }
    }),
    // A smaller case takes another run of kustomize; the seed is printed.
    { numRuns: runs, endOnFailure: true },
  );
  expect(count).toBeGreaterThan(runs * 10);
}, 600_000);

function asRendered(data: JsonObject): RenderedObject {
  const { apiVersion, kind, metadata } = data as unknown as Pick<RenderedObject, "apiVersion" | "kind"> & {
    readonly metadata: Partial<RenderedObject>;
  };
  return { apiVersion, kind, name: metadata.name ?? "", namespace: metadata.namespace, data };
}
