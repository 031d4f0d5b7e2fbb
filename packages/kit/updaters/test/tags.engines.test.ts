// Needs programs that Go builds and a Renovate: `pnpm test:engines` makes them, and names them in the environment.
import { describe, test } from "vitest";
import { afterUpdate, type Before } from "./contract.ts";
import { marked } from "./overlays.ts";
import { argocdKustomization, fluxSetters, kustomizeEdit, renovateWrites, type Writer } from "./writers.ts";

const updates = {
  dev: { name: "shop-web", tag: "1.10" },
  prod: { name: "shop-api", tag: "1.10" },
  "stall/prod": { name: "shop-page", tag: "1.10" },
};
const markers = Object.fromEntries(Object.keys(updates).map((environment) => [environment, marked(environment)]));

const writers: readonly [string, Writer, Before?][] = [
  ["Argo CD Image Updater's own functions", argocdKustomization],
  ["Flux's setters, as documented, not the program itself,", fluxSetters, markers],
  ["the pinned kustomize edit", kustomizeEdit("KUSTOMIZE_PINNED")],
  ["the oldest kustomize edit", kustomizeEdit("KUSTOMIZE_OLDEST")],
  ["Renovate", renovateWrites],
];

describe.concurrent("a raised tag", () => {
  test.for(writers)("of %s is kept, deployed, and routine", async ([, write, before], { expect }) => {
    const { written, ...outcome } = await afterUpdate(async (root) => {
      for (const [environment, update] of Object.entries(updates)) await write(root, environment, update);
    }, before);
    expect(Object.keys(written)).toEqual(Object.keys(updates).map((id) => `overlays/${id}/kustomization.yaml`));
    for (const lines of Object.values(written)) {
      expect(lines).toContainEqual(expect.stringMatching(/^\+ +newTag: "1\.10"/));
    }
    expect(outcome).toEqual({
      kept: true,
      build: "built",
      deployed: [
        "dev image: shop-web:1.10",
        "prod image: shop-api:1.10",
        'stall/prod app.kubernetes.io/version: "1.10"',
        "stall/prod image: shop-page:1.10",
      ],
      review: ["routine"],
      check: [],
    });
  });
});
