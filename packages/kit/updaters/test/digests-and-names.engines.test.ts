// Needs programs that Go builds and a Renovate: `pnpm test:engines` makes them, and names them in the environment.
import { describe, test } from "vitest";
import { afterUpdate } from "./contract.ts";
import { entry, marker } from "./overlays.ts";
import {
  argocdKustomization,
  argocdSource,
  fluxSetters,
  kustomizeEdit,
  renovateFinds,
  renovateWrites,
} from "./writers.ts";

const edit = kustomizeEdit("KUSTOMIZE_PINNED");
const [old, digest] = [`sha256:${"00".repeat(32)}`, `sha256:${"ab".repeat(32)}`] as const;
const name = "shop-api";

describe.concurrent("a digest in prod", () => {
  test("of Argo CD Image Updater's own functions", async ({ expect }) => {
    expect(await afterUpdate((root) => argocdKustomization(root, "prod", { name, digest }))).toMatchInlineSnapshot(`
      {
        "build": "built",
        "check": [],
        "deployed": [
          "prod image: shop-api@sha256:abababababababababababababababababababababababababababababababab",
        ],
        "kept": true,
        "review": [
          "routine",
        ],
        "written": {
          "overlays/prod/kustomization.yaml": [
            "-    newTag: "1.0.0"",
            "+    digest: sha256:abababababababababababababababababababababababababababababababab",
          ],
        },
      }
    `);
  });

  test("of Flux's setters, as documented, not the program itself", async ({ expect }) => {
    const before = { prod: entry(name, `digest: ${old} ${marker("prod", name, "digest")}`) };
    const outcome = await afterUpdate((root) => fluxSetters(root, "prod", { name, tag: "1.10", digest }), before);
    expect(outcome).toMatchInlineSnapshot(`
      {
        "build": "built",
        "check": [],
        "deployed": [
          "prod image: shop-api@sha256:abababababababababababababababababababababababababababababababab",
        ],
        "kept": true,
        "review": [
          "routine",
        ],
        "written": {
          "overlays/prod/kustomization.yaml": [
            "-    digest: sha256:0000000000000000000000000000000000000000000000000000000000000000 # {"$imagepolicy": "flux-system:prod-shop-api:digest"}",
            "+    digest: sha256:abababababababababababababababababababababababababababababababab # {"$imagepolicy": "flux-system:prod-shop-api:digest"}",
          ],
        },
      }
    `);
  });

  test("of kustomize edit", async ({ expect }) => {
    expect(await afterUpdate((root) => edit(root, "prod", { name, digest }))).toMatchInlineSnapshot(`
      {
        "build": "built",
        "check": [],
        "deployed": [
          "prod image: shop-api@sha256:abababababababababababababababababababababababababababababababab",
        ],
        "kept": true,
        "review": [
          "routine",
        ],
        "written": {
          "overlays/prod/kustomization.yaml": [
            "-  - ../../generated/bases/shop/backend",
            "-  - ../../generated/bases/shop/web",
            "-  - ../../generated/bases/shop/chat",
            "+- ../../generated/bases/shop/backend",
            "+- ../../generated/bases/shop/web",
            "+- ../../generated/bases/shop/chat",
            "-  - ../../generated/environments/prod",
            "+- ../../generated/environments/prod",
            "-  - name: shop-api",
            "-    newTag: "1.0.0"",
            "-  - name: shop-web",
            "-    newTag: "1.0.0"",
            "-  - name: shop-chat",
            "-    newTag: "1.0.0"",
            "+- digest: sha256:abababababababababababababababababababababababababababababababab",
            "+  name: shop-api",
            "+- name: shop-chat",
            "+  newTag: 1.0.0",
            "+- name: shop-web",
            "+  newTag: 1.0.0",
          ],
        },
      }
    `);
  });

  test("of Renovate, which writes it behind the tag", async ({ expect }) => {
    const outcome = await afterUpdate((root) => renovateWrites(root, "prod", { name, tag: "1.0.0", digest }));
    expect(outcome).toMatchInlineSnapshot(`
      {
        "build": "built",
        "check": [],
        "deployed": [
          "prod image: shop-api:1.0.0@sha256:abababababababababababababababababababababababababababababababab",
        ],
        "kept": true,
        "review": [
          "routine",
        ],
        "written": {
          "overlays/prod/kustomization.yaml": [
            "-    newTag: "1.0.0"",
            "+    newTag: "1.0.0@sha256:abababababababababababababababababababababababababababababababab"",
          ],
        },
      }
    `);
  });

  test("beside a tag is a warning", async ({ expect }) => {
    const { check } = await afterUpdate((root) => argocdKustomization(root, "prod", { name, tag: "1.10", digest }));
    expect(check).toMatchInlineSnapshot(`
      [
        "warning tag-and-digest overlays/prod/kustomization.yaml: the images entry shop-api has newTag 1.10 and a digest: the digest alone decides what runs",
      ]
    `);
  });
});

test.concurrent("a digest in stall is refused by the check of the version label", async ({ expect }) => {
  const outcome = await afterUpdate((root) => argocdKustomization(root, "stall/prod", { name, digest }));
  expect(outcome).toMatchInlineSnapshot(`
    {
      "build": "built, and checks find errors",
      "check": [
        "error label-syntax ConfigMap stall/shop-api-config: the label's value "abababababababababababababababababababababababababababababababab" must have at most 63 characters",
        "error label-syntax Service stall/shop-api: the label's value "abababababababababababababababababababababababababababababababab" must have at most 63 characters",
        "error label-syntax Deployment stall/shop-api: the label's value "abababababababababababababababababababababababababababababababab" must have at most 63 characters",
        "error version-label Deployment stall/shop-api: the image shop-api@sha256:abababababababababababababababababababababababababababababababab has a digest, and a digest is not a value for a label",
        "error label-syntax PodDisruptionBudget stall/shop-api-pdb: the label's value "abababababababababababababababababababababababababababababababab" must have at most 63 characters",
        "error label-syntax ExternalSecret stall/shop-api-secret: the label's value "abababababababababababababababababababababababababababababababab" must have at most 63 characters",
        "error label-syntax NetworkPolicy stall/shop-api-network-policy: the label's value "abababababababababababababababababababababababababababababababab" must have at most 63 characters",
      ],
      "deployed": [
        "stall/prod app.kubernetes.io/version: abababababababababababababababababababababababababababababababab",
        "stall/prod image: shop-api@sha256:abababababababababababababababababababababababababababababababab",
      ],
      "kept": true,
      "review": [
        "routine",
      ],
      "written": {
        "overlays/stall/prod/kustomization.yaml": [
          "-    newTag: "1.0.0"",
          "+    digest: sha256:abababababababababababababababababababababababababababababababab",
        ],
      },
    }
  `);
});

describe.concurrent("another registry in prod", () => {
  const newName = "registry.example.com/shop/backend";

  test("of Argo CD Image Updater's own functions", async ({ expect }) => {
    const outcome = await afterUpdate((root) => argocdKustomization(root, "prod", { name, newName, tag: "1.10" }));
    expect(outcome).toMatchInlineSnapshot(`
      {
        "build": "built",
        "check": [],
        "deployed": [
          "prod image: registry.example.com/shop/backend:1.10",
        ],
        "kept": true,
        "review": [
          "caution",
        ],
        "written": {
          "overlays/prod/kustomization.yaml": [
            "-    newTag: "1.0.0"",
            "+    newTag: "1.10"",
            "+    newName: registry.example.com/shop/backend",
          ],
        },
      }
    `);
  });

  test("of Argo CD Image Updater, not told the entry: it adds one, and the build refuses it", async ({ expect }) => {
    const update = { name: newName, tag: "1.10" };
    const { written, build } = await afterUpdate((root) => argocdKustomization(root, "prod", update));
    expect(written).toEqual({ "overlays/prod/kustomization.yaml": [`+  - name: ${newName}`, '+    newTag: "1.10"'] });
    expect(build).toContain(`error[image-unmatched]: images: ${newName} matches no image of this overlay`);
  });

  test("of Flux's setters, as documented, not the program itself", async ({ expect }) => {
    const before = {
      prod: entry(
        name,
        `newName: ${name} ${marker("prod", name, "name")}`,
        `newTag: "1.0.0" ${marker("prod", name, "tag")}`,
      ),
    };
    const outcome = await afterUpdate((root) => fluxSetters(root, "prod", { name, newName, tag: "1.10" }), before);
    expect(outcome).toMatchInlineSnapshot(`
      {
        "build": "built",
        "check": [],
        "deployed": [
          "prod image: registry.example.com/shop/backend:1.10",
        ],
        "kept": true,
        "review": [
          "caution",
        ],
        "written": {
          "overlays/prod/kustomization.yaml": [
            "-    newName: shop-api # {"$imagepolicy": "flux-system:prod-shop-api:name"}",
            "-    newTag: "1.0.0" # {"$imagepolicy": "flux-system:prod-shop-api:tag"}",
            "+    newName: registry.example.com/shop/backend # {"$imagepolicy": "flux-system:prod-shop-api:name"}",
            "+    newTag: "1.10" # {"$imagepolicy": "flux-system:prod-shop-api:tag"}",
          ],
        },
      }
    `);
  });

  test("of kustomize edit", async ({ expect }) => {
    expect(await afterUpdate((root) => edit(root, "prod", { name, newName, tag: "1.10" }))).toMatchInlineSnapshot(`
      {
        "build": "built",
        "check": [],
        "deployed": [
          "prod image: registry.example.com/shop/backend:1.10",
        ],
        "kept": true,
        "review": [
          "caution",
        ],
        "written": {
          "overlays/prod/kustomization.yaml": [
            "-  - ../../generated/bases/shop/backend",
            "-  - ../../generated/bases/shop/web",
            "-  - ../../generated/bases/shop/chat",
            "+- ../../generated/bases/shop/backend",
            "+- ../../generated/bases/shop/web",
            "+- ../../generated/bases/shop/chat",
            "-  - ../../generated/environments/prod",
            "+- ../../generated/environments/prod",
            "-  - name: shop-api",
            "-    newTag: "1.0.0"",
            "-  - name: shop-web",
            "-    newTag: "1.0.0"",
            "-  - name: shop-chat",
            "-    newTag: "1.0.0"",
            "+- name: shop-api",
            "+  newName: registry.example.com/shop/backend",
            "+  newTag: "1.10"",
            "+- name: shop-chat",
            "+  newTag: 1.0.0",
            "+- name: shop-web",
            "+  newTag: 1.0.0",
          ],
        },
      }
    `);
  });

  test("of Renovate, where the entry has a newName", async ({ expect }) => {
    const old = "registry.example.com/old/backend";
    const before = { prod: entry(name, `newName: ${old}`, 'newTag: "1.0.0"') };
    const outcome = await afterUpdate(async (root) => {
      await renovateFinds(root, "prod", old, { newName, newValue: "1.10" });
    }, before);
    expect(outcome).toMatchInlineSnapshot(`
      {
        "build": "built",
        "check": [],
        "deployed": [
          "prod image: registry.example.com/shop/backend:1.10",
        ],
        "kept": true,
        "review": [
          "caution",
        ],
        "written": {
          "overlays/prod/kustomization.yaml": [
            "-    newName: registry.example.com/old/backend",
            "-    newTag: "1.0.0"",
            "+    newName: registry.example.com/shop/backend",
            "+    newTag: "1.10"",
          ],
        },
      }
    `);
  });

  test("of Renovate, where it has none: it renames the entry, and the build refuses it", async ({ expect }) => {
    const outcome = await afterUpdate(async (root) => {
      await renovateFinds(root, "prod", name, { newName, newValue: "1.10" });
    });
    expect(outcome).toMatchInlineSnapshot(`
      {
        "build": "error[image-unmatched]: images: registry.example.com/shop/backend matches no image of this overlay
        where:  overlays/prod/kustomization.yaml
        to fix: the images are: shop-api, shop-chat, shop-web
      ",
        "check": [],
        "deployed": [],
        "kept": true,
        "review": [],
        "written": {
          "overlays/prod/kustomization.yaml": [
            "-  - name: shop-api",
            "-    newTag: "1.0.0"",
            "+  - name: registry.example.com/shop/backend",
            "+    newTag: "1.10"",
          ],
        },
      }
    `);
  });
});

test.concurrent("an .argocd-source file changes nothing, and a check says so", async ({ expect }) => {
  expect(await afterUpdate((root) => argocdSource(root, "prod", { name, tag: "1.10" }))).toMatchInlineSnapshot(`
    {
      "build": "built",
      "check": [
        "warning argocd-source-file overlays/prod/.argocd-source-prod.yaml: .argocd-source-prod.yaml takes effect only where Argo CD builds the overlay itself: not in generated/rendered, nor for kubectl apply -k",
      ],
      "deployed": [],
      "kept": true,
      "review": [],
      "written": {
        "overlays/prod/.argocd-source-prod.yaml": [
          "+kustomize:",
          "+  images:",
          "+  - shop-api:1.10",
        ],
      },
    }
  `);
});
