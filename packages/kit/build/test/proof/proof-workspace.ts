import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { ExpectedObject } from "@kit/emit";
import { formatProblem } from "@kit/errors";
import { isClusterScoped, type JsonObject } from "@kit/kube";
import { proveStation, type ChangeByComponent, type Proof, type RenderedObject } from "@kit/prove";
import { findKustomize, overlayLayers, splitDocuments } from "@kit/render";
import { runOnCopies, temporaryDirectory } from "@kit/testing";
import { expect } from "vitest";
import { checkBelow } from "../../src/check-below.ts";

/** The base as a kustomization in a folder two below the root names it. */
export const base = "../../generated/bases/shop/cart";
const component = "generated/environments/prod";

/** Objects as packages would have them, in a base and with a component, and what people write around them. */
export interface ProofWorkspace {
  readonly objects: readonly JsonObject[];
  /** Operations of the component by `<kind>/<name>`, and what they make of the object. */
  readonly changed?: Readonly<Record<string, { readonly patch: readonly JsonObject[]; readonly wanted: JsonObject }>>;
  /** Fields of overlays/prod, beside or instead of its base and component. */
  readonly overlay?: JsonObject;
  /** Other files, by path. */
  readonly files?: Readonly<Record<string, JsonObject | string>>;
}

export interface Proved extends Proof {
  readonly expected: readonly ExpectedObject[];
  readonly rendered: readonly RenderedObject[];
  /** The proof of what else might have been rendered. */
  readonly proofOf: (rendered: readonly RenderedObject[]) => Proof;
}

/** Builds the overlay with the real kustomize, and proves it. */
export async function proved(workspace: ProofWorkspace): Promise<Proved> {
  using directory = temporaryDirectory(texts(filesOf(workspace)));
  const { stdout } = await promisify(execFile)("kubectl", ["kustomize", "overlays/prod"], {
    cwd: directory.path,
    maxBuffer: 1e9,
  });
  const rendered = splitDocuments(stdout).map((one) => ({ ...one, data: one.data as JsonObject }));
  const expected = workspace.objects.map((object) => expectedObject(object, workspace.changed ?? {}));
  const file = "overlays/prod/kustomization.yaml";
  const { layers } = overlayLayers(directory.path, file, component);
  const environment = { id: "prod", file, expected, rendered, layers };
  const [proof, ofCopy] = runOnCopies(proveStation.run, environment);
  // Whatever a case declares, plain data that cannot be changed says the same.
  expect(ofCopy).toEqual(proof);
  const proofOf: Proved["proofOf"] = (all) => proveStation.run({ ...environment, rendered: all });
  return { ...proof, expected, rendered, proofOf };
}

/** What is said of that which lies below the component of prod. */
export async function saidBelow(workspace: ProofWorkspace): Promise<string> {
  using directory = temporaryDirectory(texts(filesOf(workspace)));
  const { changed = {} } = workspace;
  const engine = await findKustomize({ env: process.env });
  const said = await checkBelow(
    {
      id: "prod",
      expected: workspace.objects.map((object) => expectedObject(object, changed)),
      layers: overlayLayers(directory.path, "overlays/prod/kustomization.yaml", component),
      changeOf: ({ kind, name }) => ({
        operations: (changed[`${kind}/${name}`]?.patch as unknown as ChangeByComponent["operations"]) ?? [],
        file: `${component}/patch-${kind.toLowerCase()}-${name}.yaml`,
      }),
    },
    { directory: directory.path, engine, env: process.env },
  );
  return (said === "refused" ? [] : said).map(formatProblem).join("\n");
}

function filesOf({
  objects,
  changed = {},
  overlay = {},
  files = {},
}: ProofWorkspace): Record<string, JsonObject | string> {
  const names = objects.map((_, index) => `object-${index}.yaml`);
  return {
    "generated/bases/shop/cart/kustomization.yaml": { resources: names },
    ...Object.fromEntries(objects.map((object, index) => [`generated/bases/shop/cart/${names[index]}`, object])),
    [`${component}/kustomization.yaml`]: {
      apiVersion: "kustomize.config.k8s.io/v1alpha1",
      kind: "Component",
      patches: Object.entries(changed).flatMap(([key, { patch }]) => {
        if (patch.length === 0) return [];
        const [kind, name] = key.split("/");
        return [{ target: { kind: kind!, name: name! }, patch: JSON.stringify(patch) }];
      }),
      transformers: ["namespace.yaml"],
    },
    [`${component}/namespace.yaml`]: {
      apiVersion: "builtin",
      kind: "NamespaceTransformer",
      metadata: { name: "namespace", namespace: "shop" },
      unsetOnly: true,
      setRoleBindingSubjects: "allServiceAccounts",
    },
    "overlays/prod/kustomization.yaml": { resources: [base], components: [`../../${component}`], ...overlay },
    ...files,
  };
}

function texts(files: Readonly<Record<string, JsonObject | string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === "string" ? content : JSON.stringify(content),
    ]),
  );
}

function expectedObject(object: JsonObject, changed: ProofWorkspace["changed"] & object): ExpectedObject {
  const { apiVersion, kind } = object as { apiVersion: string; kind: string };
  const { name } = object["metadata"] as { name: string };
  const wanted = changed[`${kind}/${name}`]?.wanted ?? object;
  const metadata = wanted["metadata"] as JsonObject;
  const namespace = isClusterScoped(apiVersion, kind) ? {} : { namespace: "shop" };
  const data = { ...wanted, metadata: { ...namespace, ...metadata } };
  const where = "packages/shop/cart";
  return {
    apiVersion,
    kind,
    name,
    namespace: undefined,
    data,
    base: object,
    where,
    origins: { by: { type: "base", where }, fields: undefined, entries: undefined },
  };
}
