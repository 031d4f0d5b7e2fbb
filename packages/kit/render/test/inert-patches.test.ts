import { temporaryDirectory } from "@kit/testing";
import { describe, test } from "vitest";
import { inertPatches } from "../src/index.ts";

const web = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
`;

const kustomization = (patches: string): string => `# The overlay of dev.
resources:
  - ../../generated/bases/shop/web
images:
  - name: web
    newTag: "1.10"
patches:
${patches}`;

function inert(patches: string): Promise<number[]> {
  using directory = temporaryDirectory({
    "generated/bases/shop/web/kustomization.yaml": "resources:\n  - deployment.yaml\n",
    "generated/bases/shop/web/deployment.yaml": web,
    "overlays/dev/kustomization.yaml": kustomization(patches),
    "overlays/dev/replicas.yaml": "- { op: replace, path: /spec/replicas, value: 3 }\n",
  });
  const overlay = { id: "dev", file: "overlays/dev/kustomization.yaml" };
  // What is read of the directory is read before the first wait.
  return inertPatches(directory.path, overlay, { env: process.env });
}

const toThree = 'patch: \'[{ "op": "replace", "path": "/spec/replicas", "value": 3 }]\'';
const toTwo = 'patch: \'[{ "op": "replace", "path": "/spec/replicas", "value": 2 }]\'';

describe("inertPatches", () => {
  test("needs no kustomize where no patch has a target", async ({ expect }) => {
    using directory = temporaryDirectory({
      "overlays/dev/kustomization.yaml": "patches:\n  - path: web.yaml\n  - no map\n  - target:\n    path: web.yaml\n",
    });
    const overlay = { id: "dev", file: "overlays/dev/kustomization.yaml" };
    expect(await inertPatches(directory.path, overlay, { env: {} })).toEqual([]);
  });

  test("tells the patches whose target is not there, and those that set what is so already", async ({ expect }) => {
    const patches = [
      `  - target: { kind: Deployment, name: web }\n    path: replicas.yaml\n`,
      `  - target: { kind: Deployment, name: wbe }\n    path: replicas.yaml\n`,
      `  - patch: |-\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata: { name: web }\n`,
      `  - target: { kind: Service }\n    ${toThree}\n`,
    ];
    expect(await inert(patches.join(""))).toEqual([1, 3]);
    expect(await inert(`  - target: { kind: Deployment, name: web }\n    ${toTwo}\n`)).toEqual([0]);
  });

  test("tells the one that a later patch undoes", async ({ expect }) => {
    const patch = `  - target: { kind: Deployment, name: web }\n    ${toThree}\n`;
    const back = `  - target: { kind: Deployment, name: web }\n    ${toTwo}\n`;
    expect(await inert(patch + back)).toEqual([0]);
    expect(await inert(back + patch)).toEqual([0]);
  });

  test("tells none of an overlay that kustomize refuses, or that is built from elsewhere", async ({ expect }) => {
    expect(await inert(`  - target: { kind: Service }\n    path: missing.yaml\n`)).toEqual([]);
    using directory = temporaryDirectory({
      "overlays/dev/kustomization.yaml":
        "resources:\n  - https://example.com/base\npatches:\n  - target: { kind: Service }\n    patch: '[]'\n",
    });
    const overlay = { id: "dev", file: "overlays/dev/kustomization.yaml" };
    expect(await inertPatches(directory.path, overlay, { env: process.env })).toEqual([]);
  });
});
