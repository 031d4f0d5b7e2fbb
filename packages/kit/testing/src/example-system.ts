/** The files of a small system, `shop`, with one service and two environments: a repository that builds. */
export function exampleSystem(): Record<string, string> {
  return {
    "packages/shop/environments/package.json": packageJson("@shop/environments"),
    "packages/shop/environments/src/index.ts": environments,
    "packages/shop/cart/package.json": packageJson("@shop/cart"),
    "packages/shop/cart/src/index.ts": exampleService("cart"),
    "overlays/dev/kustomization.yaml": exampleOverlay("dev", ["cart"]),
    "overlays/prod/kustomization.yaml": exampleOverlay("prod", ["cart"]),
  };
}

/** The package.json of a workspace package. */
export function packageJson(name: string): string {
  return `${JSON.stringify({ name, private: true, type: "module", exports: "./src/index.ts" }, null, 2)}\n`;
}

/** The overlay of an environment with the given services. */
export function exampleOverlay(id: string, services: readonly string[]): string {
  return [
    "apiVersion: kustomize.config.k8s.io/v1beta1",
    "kind: Kustomization",
    "resources:",
    ...services.map((service) => `  - ../../generated/bases/shop/${service}`),
    "components:",
    `  - ../../generated/environments/${id}`,
    "images:",
    ...services.flatMap((service) => [`  - name: shop-${service}`, '    newTag: "1.0.0"']),
    "",
  ].join("\n");
}

/** The source of a service with a ConfigMap, a Deployment that reads it, and a Service. */
export function exampleService(name: string): string {
  return `import { defineService, patch } from "typed-manifests";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";
import type { ShopEnvironment } from "../../environments/src/index.ts";

const labels = { app: "${name}" };
const config = new ConfigMap({ metadata: { name: "${name}-config", labels } });
const deployment = new Deployment({
  metadata: { name: "${name}", labels },
  spec: {
    replicas: 2,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: {
        containers: [{ name: "${name}", image: "shop-${name}", envFrom: [{ configMapRef: { name: "${name}-config" } }] }],
      },
    },
  },
});
const service = new Service({
  metadata: { name: "${name}", labels },
  spec: { selector: labels, ports: [{ name: "http", port: 8080 }] },
});

export default defineService<ShopEnvironment>({
  resources: [config, deployment, service],
  configure: (env) => [patch(config, { data: { FRONTEND_URL: env.frontendUrl, ENVIRONMENT: env.environment } })],
});
`;
}

// The services are as small as a service can be: what a workload for people has beside is left out.
const environments = `import {
  defineCluster,
  defineEnvironment,
  definePolicy,
  defineSystem,
  environmentSchema,
  publicUrl,
  type EnvironmentOf,
} from "typed-manifests";

const schema = environmentSchema({ frontendUrl: publicUrl() });
export type ShopEnvironment = EnvironmentOf<typeof schema>;

const cluster = defineCluster({
  id: "shop",
  nodes: [{ count: 1, cpu: "4", memory: "8Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
});
const dev = defineEnvironment<ShopEnvironment>({
  id: "dev",
  environment: "development",
  namespace: "dev",
  cluster,
  frontendUrl: "http://localhost:3000",
});
const prod = defineEnvironment<ShopEnvironment>({
  id: "prod",
  environment: "production",
  namespace: "prod",
  cluster,
  frontendUrl: "https://shop.example.com",
});

export default defineSystem({ schema, environments: [dev, prod], policy: definePolicy({ profile: "development" }) });
`;
