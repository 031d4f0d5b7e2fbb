// Needs the control plane's programs: `pnpm test:cluster`.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { prepareDefinitions, startControlPlane } from "@kit/control-plane";
import { plan } from "@kit/gitops";
import { gitopsFiles } from "@kit/gitops/files";
import { verify, type Manifest, type ManifestData } from "@kit/rehearse";
import { exampleRoot } from "@kit/testing";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { dev, full, preview, previewed, prod, small, staging } from "./example.ts";

const groups = [
  "argoproj.io",
  "fluxcd.controlplane.io",
  "image.toolkit.fluxcd.io",
  "kustomize.toolkit.fluxcd.io",
  "notification.toolkit.fluxcd.io",
  "source.toolkit.fluxcd.io",
];

test.each([
  ["this repository's", committed()],
  ["the smallest definition's", written(small, [dev, prod])],
  ["the fullest definition's", written(full, [dev, prod, staging])],
  ["the previews'", written(previewed, [dev, prod, preview])],
])("Argo CD's and Flux's own definitions take %s objects, strictly", async (_, manifests) => {
  await using cluster = await startControlPlane({ env: process.env });
  const definitions = await prepareDefinitions(groups, { env: process.env, onProgress: () => {} });
  // Each is for a cluster of its own, and some of them have the same names.
  const perCluster = Map.groupBy(manifests, ({ where }) => /gitops\/(argocd|flux\/[^/]+)\//.exec(where)![1]!);
  for (const [name, own] of perCluster) {
    expect({ name, refused: await verify({ cluster, manifests: own, definitions }) }).toEqual({ name, refused: [] });
  }
  expect(manifests.length).toBeGreaterThan(10);
});

test("and refuse a field that they do not have", async () => {
  await using cluster = await startControlPlane({ env: process.env });
  const definitions = await prepareDefinitions(["argoproj.io"], { env: process.env, onProgress: () => {} });
  const [first] = written(small, [dev, prod]);
  const wrong = { ...first!, text: first!.text.replace("sourceRepos:", "sourceRepo:") };
  expect(await verify({ cluster, manifests: [wrong], definitions })).toEqual([
    {
      object: "AppProject argocd/manifests",
      where: "gitops/argocd/bootstrap.yaml",
      step: "apply",
      message: expect.stringContaining(".spec.sourceRepo: field not declared in schema") as string,
    },
  ]);
});

function committed(): Manifest[] {
  const items = readdirSync(join(exampleRoot, "generated/gitops"), { recursive: true, withFileTypes: true });
  return items
    .filter((item) => item.isFile())
    .flatMap(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return manifestsOf(relative(exampleRoot, path), readFileSync(path, "utf8"));
    });
}

function written(...[definition, environments]: Parameters<typeof plan>): Manifest[] {
  const files = gitopsFiles(plan(definition, environments), "packages/gitops");
  // What previews are made of is for kustomize, and no cluster gets it as it is.
  const objects = [...files].filter(([path]) => !path.startsWith("gitops/previews/"));
  return objects.flatMap(([path, text]) => manifestsOf(path, text));
}

function manifestsOf(where: string, file: string): Manifest[] {
  return file.split("---\n").map((text) => ({ where, text, data: load(text) as ManifestData }));
}
