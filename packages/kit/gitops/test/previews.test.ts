import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { plan, type SyncedEnvironment } from "@kit/gitops";
import { gitopsFiles } from "@kit/gitops/files";
import { automaticSync } from "@kit/gitops/define";
import { exampleRoot, temporaryDirectory } from "@kit/testing";
import { dump, load, loadAll } from "js-yaml";
import { expect, test } from "vitest";

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: { readonly type?: string; readonly ports?: readonly { readonly nodePort?: number }[] };
}

test.each(["dev", "prod", "stall/prod"])(
  "a preview of %s builds, with nothing outside its own namespace and no port of the nodes",
  (id) => {
    using copy = temporaryDirectory();
    cpSync(exampleRoot, copy.path, { recursive: true });
    const rendered = build(copy.path, id);
    const kustomize = previewOf(id, rendered);
    // As Argo CD does: it writes both into the kustomization of the overlay.
    const file = join(copy.path, "overlays", id, "kustomization.yaml");
    const overlay = load(readFileSync(file, "utf8")) as object;
    writeFileSync(file, dump({ ...overlay, namespace: "manifests-preview-7", patches: kustomize.patches }));
    const preview = build(copy.path, id);
    expect(names(preview)).toEqual(names(rendered.filter(({ kind }) => kind !== "Namespace" && kind !== "Ingress")));
    expect([...new Set(preview.map(({ metadata }) => metadata.namespace))]).toEqual(["manifests-preview-7"]);
    const services = preview.filter(({ kind }) => kind === "Service");
    expect(services.map(({ spec }) => [spec?.type, spec?.ports?.map(({ nodePort }) => nodePort)])).toEqual(
      services.map(() => ["ClusterIP", [undefined]]),
    );
  },
);

function build(root: string, id: string): Manifest[] {
  const text = execFileSync("kubectl", ["kustomize", `overlays/${id}`], { cwd: root, encoding: "utf8" });
  return loadAll(text) as Manifest[];
}

function names(manifests: readonly Manifest[]): string[] {
  return manifests.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
}

function previewOf(id: string, rendered: readonly Manifest[]): { readonly patches: readonly unknown[] } {
  const synced: SyncedEnvironment = {
    id,
    namespace: "default",
    cluster: { id: "cluster" },
    objects: rendered.map((data) => ({
      apiVersion: data.apiVersion,
      kind: data.kind,
      name: data.metadata.name,
      namespace: data.metadata.namespace,
      data,
    })),
    builtFrom: [],
    sops: false,
    byHand: [],
  };
  const planned = plan(
    {
      repository: "https://git.example.com/team/manifests.git",
      branch: "main",
      engine: "argocd",
      environments: { [id]: { destination: "cluster", policy: automaticSync() } },
      argocd: {
        previews: { environment: id, host: "github", project: "team/manifests", labels: ["preview"] },
      },
    },
    [synced],
  );
  const text = gitopsFiles(planned, "packages/gitops").get("gitops/argocd/environments/_previews.yaml")!;
  const [, set] = loadAll(text) as [unknown, { spec: { template: { spec: { source: { kustomize: Patches } } } } }];
  return set.spec.template.spec.source.kustomize;
}

interface Patches {
  readonly patches: readonly unknown[];
}
