import type { LifeFacts, LifeSystem } from "@kit/scaffold/life";

/** Two systems, as people have written them: with comments, and with names that mean several things. */
const files: Readonly<Record<string, string>> = {
  "package.json": `{ "name": "manifests", "devDependencies": { "@shop/cart": "workspace:*" } }\n`,
  "packages/shop/environments/package.json": `{ "name": "@shop/environments" }\n`,
  "packages/shop/environments/src/index.ts": `import { defineCluster, defineEnvironment, defineSystem, perService, exposure, environmentSchema, type EnvironmentOf } from "typed-manifests";
import { prod } from "./prod.ts";

const schema = environmentSchema({ exposure: perService(["cart", "web"], exposure()) });
export type ShopEnvironment = EnvironmentOf<typeof schema>;

// Of one machine.
const small = defineCluster({ id: "small" });

/** On developers' machines. */
const dev = defineEnvironment<ShopEnvironment>({
  id: "dev",
  cluster: small,
  services: ["web", "cart"], // no mailer
  exposure: {
    web: { type: "ClusterIP" },
    // The basket.
    cart: { type: "NodePort", nodePort: 30001 },
  },
});

export default defineSystem({ schema, environments: [dev, prod] });
`,
  "packages/shop/environments/src/prod.ts": `import { defineEnvironment, definePolicy } from "typed-manifests";
import type { ShopEnvironment } from "./index.ts";

export const prod = defineEnvironment<ShopEnvironment>({
  id: "prod",
  exposure: { cart: { type: "ClusterIP" }, web: { type: "ClusterIP" } },
  policy: definePolicy({
    exemptions: [
      { check: "probes-required", object: "Deployment/cart", reason: "it answers nobody" },
      { check: "probes-required", object: "Deployment/*", reason: "cart" },
    ],
  }),
});
`,
  "packages/shop/cart/package.json": `{
  "name": "@shop/cart",
  "dependencies": {
    "@shop/environments": "workspace:*"
  }
}
`,
  "packages/shop/cart/src/index.ts": `import { expose } from "typed-manifests";
import type { ShopEnvironment } from "@shop/environments";
import { probe } from "../../lib/probe.ts";

const labels = { app: "cart" };
const image = { image: "cart" };
export const config = { name: "cart-config", url: \`http://cart:\${8080}\`, secretKeyRef: { name: "cart-keys" } };
export default (env: ShopEnvironment) => [expose(env.exposure.cart, labels, image, probe)];
`,
  "packages/shop/cart/test/cart.test.ts": `import service from "../src/index.ts";\n`,
  "packages/shop/lib/probe.ts": `export const probe = "cart";\n`,
  "packages/shop/web/package.json": `{ "name": "@shop/web", "dependencies": { "@shop/environments": "workspace:*" } }\n`,
  "packages/shop/web/src/index.ts": `import type { ShopEnvironment } from "@shop/environments";

export const urls = ["http://cart:8080/", "https://cart.example.com", "cart.shop.svc:80", "a cart"];
export default { to: [{ podLabels: { app: "cart" } }], image: "shop-web" };
`,
  "packages/stall/environments/package.json": `{ "name": "@stall/environments" }\n`,
  "packages/stall/environments/src/index.ts": `import { defineEnvironment, defineSystem, perService, exposure, environmentSchema, type EnvironmentOf } from "typed-manifests";

const schema = environmentSchema({ exposure: perService(["page"], exposure()) });
export type StallEnvironment = EnvironmentOf<typeof schema>;

const dev = defineEnvironment<StallEnvironment>({ id: "stall/dev", exposure: { page: { type: "ClusterIP" } } });

export default defineSystem({ schema, environments: [dev] });
`,
  "packages/stall/page/package.json": `{ "name": "@stall/page" }\n`,
  "packages/stall/page/src/index.ts": `export default {};\n`,
  "packages/gitops/src/index.ts": `export default defineGitOps({
  environments: {
    dev: { destination: "dev" },
    // The one that earns money.
    prod: { destination: "prod", after: ["dev"], images: { cart: { semver: "1" } } },
    "stall/dev": { destination: "dev", after: ["dev", "prod"] },
  },
});
`,
  "overlays/dev/kustomization.yaml": `resources:
  - ../../generated/bases/shop/web # first
  # The basket.
  - "../../generated/bases/shop/cart"
components:
  - ../../generated/environments/dev
images:
  - name: shop-web
    newTag: "1.0.0" # {"$imagepolicy": "flux-system:manifests-dev-shop-web:tag"}
  - name: cart
    newName: registry.example.com/cart
    newTag: "2.0"
patches:
  - target: { kind: Deployment, name: cart }
    path: ../shared/replicas.yaml
`,
  "overlays/prod/kustomization.yaml": `resources:
  - ../prod-base
  - ../../generated/bases/shop/web
components:
  - ../../generated/environments/prod
`,
  "overlays/prod-base/kustomization.yaml": `resources:
  - ../../generated/bases/shop/cart
images:
  - name: cart
    newTag: "1.9"
`,
  "overlays/shared/replicas.yaml": "- op: remove\n  path: /spec/replicas\n",
  "overlays/stall/dev/kustomization.yaml": `resources: [../../../generated/bases/stall/page]
components: [../../../generated/environments/stall/dev]
`,
};

const shop: LifeSystem = {
  name: "shop",
  entry: "packages/shop/environments/src/index.ts",
  services: [
    {
      name: "cart",
      images: ["cart"],
      objects: [
        { kind: "Deployment", name: "cart" },
        { kind: "ConfigMap", name: "cart-config" },
      ],
    },
    { name: "web", images: ["shop-web"], objects: [{ kind: "Deployment", name: "web" }] },
  ],
  environments: [
    { id: "dev", stage: "development", services: ["web", "cart"], kustomizations: ["overlays/dev/kustomization.yaml"] },
    {
      id: "prod",
      stage: "production",
      services: ["cart", "web"],
      kustomizations: ["overlays/prod/kustomization.yaml", "overlays/prod-base/kustomization.yaml"],
    },
  ],
};
const stall: LifeSystem = {
  name: "stall",
  entry: "packages/stall/environments/src/index.ts",
  services: [{ name: "page", images: ["page"], objects: [] }],
  environments: [
    {
      id: "stall/dev",
      stage: "development",
      services: ["page"],
      kustomizations: ["overlays/stall/dev/kustomization.yaml"],
    },
  ],
};

export const facts: LifeFacts = { systems: [shop, stall], files: new Map(Object.entries(files)) };
