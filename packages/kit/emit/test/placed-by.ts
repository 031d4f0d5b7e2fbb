import { isClusterScoped } from "@kit/kube";
import { run } from "@kit/programs";
import { allKinds } from "@kit/schema";
import { temporaryDirectory } from "@kit/testing";
import { loadAll } from "js-yaml";
import { generatedFile } from "../src/index.ts";
import { namespaceTransformers } from "../src/namespace-transformers.ts";

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly namespace?: string };
}

/** Kinds of every scope, with some that no table has. */
const kinds = [
  ...allKinds().map(({ apiVersion, kind }) => ({ apiVersion, kind })),
  { apiVersion: "gateway.networking.k8s.io/v1", kind: "GatewayClass" },
  { apiVersion: "gateway.networking.k8s.io/v1", kind: "HTTPRoute" },
  { apiVersion: "cert-manager.io/v1", kind: "ClusterIssuer" },
  { apiVersion: "cert-manager.io/v1", kind: "Issuer" },
  // As another group has it.
  { apiVersion: "ipam.example.com/v1", kind: "IPAddress" },
  { apiVersion: "shop.example.com/v1", kind: "Widget" },
  { apiVersion: "shop.example.com/v1", kind: "WidgetSet" },
];

/** What an environment with a CustomResourceDefinition of cluster-wide Widgets has of its own. */
const defined = [{ group: "shop.example.com", kind: "Widget", isOfCluster: true }];

/** The kinds to which a kustomize gives a namespace with our transformers, and those to which it should. */
export async function placedBy(file: string, args: readonly string[]): Promise<{ given: string[]; wanted: string[] }> {
  const objects = kinds.map(({ apiVersion, kind }) => ({ apiVersion, kind, metadata: { name: "one" } }));
  const type = { apiVersion: "kustomize.config.k8s.io/v1alpha1", kind: "Component" };
  using directory = temporaryDirectory({
    "kustomization.yaml": "resources: [objects.yaml]\ncomponents: [component]\n",
    "objects.yaml": generatedFile(objects, "a test"),
    "component/kustomization.yaml": generatedFile({ ...type, transformers: ["namespace.yaml"] }, "a test"),
    "component/namespace.yaml": generatedFile(namespaceTransformers("shop", defined), "a test"),
  });
  const { stdout, stderr } = await run(file, [...args, "."], { cwd: directory.path, env: process.env });
  if (stderr !== "") throw new Error(stderr);
  const given = (loadAll(stdout) as Manifest[]).filter(({ metadata }) => metadata.namespace === "shop");
  const wanted = kinds.filter(({ apiVersion, kind }) => !isClusterScoped(apiVersion, kind, defined));
  return { given: given.map(({ kind }) => kind).toSorted(), wanted: wanted.map(({ kind }) => kind).toSorted() };
}
