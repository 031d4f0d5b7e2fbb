import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { componentFiles, toYaml, type ExpectedObject } from "@kit/emit";
import { isClusterScoped, type JsonObject } from "@kit/kube";
import { proveStation, type Proof, type RenderedObject } from "@kit/prove";
import { overlayLayers, splitDocuments } from "@kit/render";
import { temporaryDirectory } from "@kit/testing";
import fc from "fast-check";
import { randomChanges, type Changed } from "../../../emit/test/component/random-objects.ts";

const objectsInOne = 40;
const namespace = "shop";
const where = "packages/shop/cart";

/** Declarations that may stand in any overlay, by the field of a kustomization. */
export const declarations: fc.Arbitrary<JsonObject> = fc.record(
  {
    images: fc.constant([
      { name: "app", newTag: "2" },
      { name: "[a-d]", newName: "e", newTag: "3" },
    ]),
    labels: fc.constant([{ pairs: { team: "shop" } }]),
    commonAnnotations: fc.constant({ team: "shop" }),
    namePrefix: fc.constantFrom("a-", "object-"),
    nameSuffix: fc.constant("-b"),
    buildMetadata: fc.constant(["originAnnotations"]),
    sortOptions: fc.constant({ order: "fifo" }),
    configMapGenerator: fc.constant([{ name: "own", literals: ["a=b"] }]),
    patches: fc
      .uniqueArray(fc.nat({ max: objectsInOne - 1 }), { minLength: 1, maxLength: 4 })
      .map((numbers) => numbers.map(annotationOf)),
    replacements: fc.constant([
      {
        source: { kind: "ServiceAccount", name: "source", fieldPath: "metadata.name" },
        targets: [
          { select: { kind: "ConfigMap" }, fieldPaths: ["metadata.annotations.from"], options: { create: true } },
        ],
      },
    ]),
  },
  { requiredKeys: [] },
);

function annotationOf(number: number): JsonObject {
  return {
    target: { name: nameOf(number) },
    patch: '[{"op":"add","path":"/metadata/annotations","value":{"own":"1"}}]',
  };
}

function nameOf(number: number): string {
  return `object-${String(number).padStart(4, "0")}`;
}

export interface RenderedCase {
  readonly documents: readonly RenderedObject[];
  readonly proofOf: (documents: readonly RenderedObject[]) => Proof;
}

/** Builds random objects and changes with one run of the real kustomize; undefined where that refuses them. */
export async function rendered(seed: number, declared: JsonObject): Promise<RenderedCase | undefined> {
  const changed = [...randomChanges(objectsInOne, seed), source];
  const component = componentFiles({
    id: "prod",
    where: "packages/shop/environments",
    namespace,
    resources: [],
    changed,
    defined: [],
  });
  const file = "overlays/prod/kustomization.yaml";
  using directory = temporaryDirectory({
    ...Object.fromEntries(
      changed.map(({ object: { name, data } }) => [`generated/bases/shop/cart/${name}.yaml`, toYaml(data)]),
    ),
    "generated/bases/shop/cart/kustomization.yaml": JSON.stringify({
      resources: changed.map(({ object: { name } }) => `${name}.yaml`),
    }),
    ...Object.fromEntries(component.map(([path, text]) => [`generated/${path}`, text])),
    [file]: JSON.stringify({
      resources: ["../../generated/bases/shop/cart"],
      components: ["../../generated/environments/prod"],
      ...declared,
    }),
  });
  const output = await build(directory.path);
  if (output === undefined) return undefined;
  const documents = splitDocuments(output).map((document): RenderedObject => ({
    ...document,
    data: document.data as JsonObject,
  }));
  const { layers } = overlayLayers(directory.path, file, "generated/environments/prod");
  const expected = changed.map(expectedObject);
  return { documents, proofOf: (all) => proveStation.run({ id: "prod", file, expected, rendered: all, layers }) };
}

/** What the replacement copies from. */
const source: Changed = (() => {
  const identity = { apiVersion: "v1", kind: "ServiceAccount", name: "source", namespace: undefined };
  const data = { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "source" } };
  return { object: { ...identity, where, data }, wanted: data };
})();

async function build(directory: string): Promise<string | undefined> {
  const options = { cwd: directory, maxBuffer: 2 ** 30 };
  try {
    return (await promisify(execFile)("kubectl", ["kustomize", "overlays/prod"], options)).stdout;
  } catch (error) {
    // A patch of the overlay meets what the component's own patches go around; `images` what looks like containers.
    const { stderr } = error as { stderr: string };
    if (/found a tab character|expected sequence or mapping node/.test(stderr)) return undefined;
    throw error;
  }
}

function expectedObject({ object: { apiVersion, kind, name, data }, wanted }: Changed): ExpectedObject {
  const placed = isClusterScoped(apiVersion, kind) ? {} : { namespace };
  const metadata = { ...placed, ...(wanted["metadata"] as JsonObject) };
  const origins = { by: undefined, fields: undefined, entries: undefined };
  return { apiVersion, kind, name, namespace: undefined, data: { ...wanted, metadata }, base: data, where, origins };
}
