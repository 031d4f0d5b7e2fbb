// Needs Go: `pnpm test:engines packages/kit/kube`.
import { prepareCodec, type Codec, type GoTypes } from "@kit/control-plane";
import { defaulted } from "@kit/kube";
import { allKinds, filledInOf } from "@kit/schema";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { objectsOf, withoutNothing } from "./random-objects.ts";

let codec: Codec;
let types: GoTypes;
beforeAll(async () => {
  codec = await prepareCodec({ go: process.env["GO_PROGRAM"] ?? "go", env: process.env, onProgress: console.error });
  types = await codec.types();
});

const count = process.env["LONG"] === "1" ? 3_000 : 150;
// These nobody deploys: the cluster itself makes them.
const made = ["Event", "Node", "ResourceSlice"];
const kinds = allKinds().filter(
  ({ apiVersion, kind }) => filledInOf(apiVersion, kind) !== undefined && !made.includes(kind),
);

// What the server does not fill in by its decoder, but as it stores: no judge of these here.
const stored = ["ipFamilyPolicy"];
// What a Pod as a whole asks for is summed up of its containers there, and is as it is written here.
const admitted = ["serviceAccountName", "serviceAccount", "resources"];

test.each(kinds.map(({ apiVersion, kind }) => [apiVersion, kind] as const))(
  "what is filled in of any %s %s is what the server's decoder fills in",
  async (apiVersion, kind) => {
    const seed = Date.now() % 1_000_000;
    const objects = fc.sample(objectsOf(types, apiVersion, kind), { numRuns: count, seed });
    const answers = await codec.answers(objects);
    for (const [index, object] of objects.entries()) {
      const answer = answers[index]!;
      expect(answer["refused"]).toBeUndefined();
      const [own, other] = [withoutNothing(types, defaulted(object)), withoutNothing(types, answer)].map((one) =>
        comparable(kind, one as Record<string, unknown>),
      );
      expect(own, `seed ${seed}: ${JSON.stringify(object)}`).toEqual(other);
    }
  },
);

function comparable(kind: string, object: Record<string, unknown>): Record<string, unknown> {
  const hidden = kind === "Service" ? stored : kind === "Pod" ? admitted : [];
  const spec = Object.fromEntries(Object.entries(object["spec"] ?? {}).filter(([name]) => !hidden.includes(name)));
  const metadata = JSON.parse(JSON.stringify(object["metadata"])) as { annotations?: Record<string, unknown> };
  // Of the DaemonSet of the API group `extensions`, which is gone.
  delete metadata.annotations?.["deprecated.daemonset.template.generation"];
  if (Object.keys(metadata.annotations ?? {}).length === 0) delete metadata.annotations;
  return { ...object, metadata, spec };
}
