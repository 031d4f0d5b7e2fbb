import { kitLinks } from "@kit/testing";

/** A system that is there: one service, in development and in production, each a constant of one file. */
export const shop: Readonly<Record<string, string>> = {
  "packages/shop/environments/package.json": packageJson("@shop/environments"),
  "packages/shop/environments/src/index.ts": `import {
  defineCluster,
  defineEnvironment,
  defineSystem,
  environmentSchema,
  publicUrl,
  type EnvironmentOf,
} from "typed-manifests";

const schema = environmentSchema({
  /** Where people open the shop. */
  shopUrl: publicUrl(),
});

export type ShopEnvironment = EnvironmentOf<typeof schema>;

const cluster = defineCluster({
  id: "shop",
  nodes: [{ count: 3, cpu: "4", memory: "16Gi" }],
  reserve: { cpu: "500m", memory: "1Gi" },
  target: 70,
});

// On developers' machines.
const dev = defineEnvironment<ShopEnvironment>({
  id: "dev",
  environment: "development",
  namespace: "shop-dev",
  cluster,
  shopUrl: "http://localhost:8080",
});

const prod = defineEnvironment<ShopEnvironment>({
  id: "prod",
  environment: "production",
  namespace: "shop",
  cluster,
  shopUrl: "https://shop.example.com",
});

export default defineSystem({ schema, environments: [dev, prod] });
`,
  ...Object.fromEntries(["dev", "prod"].map((id) => [`overlays/${id}/kustomization.yaml`, overlay(id)])),
};

function overlay(id: string): string {
  return `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
components:
  - ../../generated/environments/${id}
`;
}

function packageJson(name: string): string {
  return `${JSON.stringify({ name, private: true, type: "module", exports: "./src/index.ts", dependencies: kitLinks }, null, 2)}\n`;
}
