import { findKustomize, renderOverlays, type Overlay } from "@kit/render";
import { temporaryDirectory } from "@kit/testing";
import { roundIntegers, type YamlData } from "@kit/yaml";
import fc from "fast-check";
import { CORE_SCHEMA, load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { findLost, toYaml, type JsonObject } from "../src/index.ts";
import { jsonObject } from "./json-values.ts";

const env = { ...process.env, KUSTOMIZE: "" };

type RenderedDocument = Awaited<ReturnType<typeof renderOverlays>>[number]["documents"][number];

/** Writes the objects as emit does, runs the real kustomize, and reads what it prints: as kubectl does, or otherwise. */
async function throughKustomize(
  specs: readonly JsonObject[],
  read: (document: RenderedDocument) => unknown = ({ data }) => roundIntegers(data as YamlData),
): Promise<unknown[]> {
  const names = specs.map((_, index) => `thing-${String(index).padStart(4, "0")}`);
  const things = specs.map((spec, index) =>
    toYaml({ apiVersion: "example.com/v1", kind: "Thing", metadata: { name: names[index]! }, spec }),
  );
  const kustomization = toYaml({
    apiVersion: "kustomize.config.k8s.io/v1beta1",
    kind: "Kustomization",
    resources: names.map((name) => `${name}.yaml`),
  });
  using directory = temporaryDirectory({
    "overlays/test/kustomization.yaml": kustomization,
    ...Object.fromEntries(things.map((text, index) => [`overlays/test/${names[index]}.yaml`, text])),
  });
  const overlay: Overlay = {
    id: "test",
    file: "overlays/test/kustomization.yaml",
    resources: [],
    components: [],
    images: [],
  };
  const engine = await findKustomize({ env });
  const [rendered] = await renderOverlays([overlay], { directory: directory.path, engine, env });
  return rendered!.documents.map((document) => (read(document) as { spec: unknown }).spec);
}

test("any object survives emit and kustomize unchanged", async () => {
  const survivors = jsonObject.filter((value) => findLost(value).length === 0);
  await fc.assert(
    fc.asyncProperty(fc.array(survivors, { minLength: 40, maxLength: 60 }), async (specs) => {
      expect(await throughKustomize(specs)).toEqual(specs);
    }),
    { numRuns: 15 },
  );
}, 120_000);

// The other side of findLost: what it refuses really is lost, so nothing is refused for nothing.
describe("kustomize itself loses", () => {
  const lost: [string, JsonObject][] = [
    ["the key <<", { "<<": { a: 1 } }],
    ["U+0085", { a: "x\u0085y" }],
    ["U+007F", { a: "x\u007Fy" }],
    ["U+0090", { a: "x\u0090y" }],
    ["U+FFFE", { a: "x\uFFFEy" }],
    ["U+FFFF", { a: "x\uFFFFy" }],
    ["U+2028", { a: "x\u2028y" }],
    ["U+2028 in text of several lines", { a: "x\u2028y\nz" }],
    ["U+2028 in a key", { "\u2028!": "" }],
    ["U+2029", { a: "x\u2029y" }],
    ["a key of more than 1,000 bytes", { ["k".repeat(1030)]: "a" }],
    ["negative zero", { a: -0 }],
  ];
  test.for(lost)("%s", async ([, spec]) => {
    expect(findLost(spec)).toHaveLength(1);
    // kubectl's YAML 1.1 takes U+2028 for a line break, and so drops what a reader of YAML 1.2 finds behind it.
    const readings = [
      throughKustomize([spec]),
      throughKustomize([spec], ({ text }) => load(text, { schema: CORE_SCHEMA })),
    ].map((reading) => reading.catch((error: unknown) => error));
    expect(await Promise.all(readings)).not.toEqual([[spec], [spec]]);
  });
});
