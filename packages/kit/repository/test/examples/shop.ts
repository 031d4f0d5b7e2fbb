import { packageJson } from "@kit/testing";

/**
 * The repository in which the examples of docs/checks are judged: the system `shop`, whose environment `dev` deploys the
 * service `web`, and `prod` the services `web` and `api`; Argo CD and Flux sync both. It is in small files, so that an
 * example can be one of them.
 */
export function shop(): Record<string, string> {
  return {
    "packages/gitops/package.json": packageJson("@manifests/gitops"),
    "packages/gitops/src/index.ts": gitops,
    "packages/shop/environments/package.json": packageJson("@shop/environments"),
    "packages/shop/environments/src/index.ts": index,
    "packages/shop/environments/src/cluster.ts": cluster,
    "packages/shop/environments/src/policy.ts": policy,
    "packages/shop/environments/src/secrets.ts": secrets,
    "packages/shop/environments/src/schema.ts": schema,
    "packages/shop/environments/src/dev.ts": environment("dev", "development", ["web"]),
    "packages/shop/environments/src/prod.ts": environment("prod", "production", ["web", "api"]),
    ...service("web"),
    ...service("api"),
    "overlays/dev/kustomization.yaml": overlay("dev", ["web"]),
    "overlays/prod/kustomization.yaml": overlay("prod", ["web", "api"]),
  };
}

const index = `import { defineSystem } from "typed-manifests";
import { dev } from "./dev.ts";
import { policy } from "./policy.ts";
import { prod } from "./prod.ts";
import { schema } from "./schema.ts";

export { appSecrets } from "./secrets.ts";
export type { ShopEnvironment } from "./schema.ts";

export default defineSystem({ schema, environments: [dev, prod], policy });
`;

const cluster = `import { defineCluster } from "typed-manifests";

export const cluster = defineCluster({
  id: "minikube",
  nodes: [{ count: 1, cpu: "4", memory: "8Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
});
`;

const policy = `import { definePolicy } from "typed-manifests";

export const policy = definePolicy({});
`;

const secrets = `import { defineSecret } from "typed-manifests";

export const appSecrets = defineSecret({ name: "app-secrets", provider: "team", keys: {} });
`;

const schema = `import { environmentSchema, exposure, perService, type EnvironmentOf } from "typed-manifests";

export const schema = environmentSchema({ exposure: perService(["web"], exposure()) });
export type ShopEnvironment = EnvironmentOf<typeof schema>;
`;

const gitops = `import { automaticSync, defineGitOps } from "typed-manifests";

export default defineGitOps({
  repository: "https://github.com/example/manifests.git",
  branch: "main",
  engine: "both",
  environments: {
    dev: { destination: "minikube", policy: automaticSync() },
    prod: { destination: "minikube", policy: automaticSync() },
  },
});
`;

function environment(id: string, kind: string, services: readonly string[]): string {
  return `import { defineEnvironment } from "typed-manifests";
import { cluster } from "./cluster.ts";
import type { ShopEnvironment } from "./schema.ts";
import { appSecrets } from "./secrets.ts";

export const ${id} = defineEnvironment<ShopEnvironment>({
  id: "${id}",
  environment: "${kind}",
  namespace: "shop-${id}",
  cluster,
  services: ${JSON.stringify(services)},
  exposure: { web: { type: "ClusterIP" } },
  secrets: [appSecrets],
});
`;
}

function service(name: string): Record<string, string> {
  const directory = `packages/shop/${name}`;
  return {
    [`${directory}/package.json`]: packageJson(`@shop/${name}`),
    [`${directory}/src/config.ts`]: `import { ConfigMap } from "kubernetes-models/v1/ConfigMap";

export const config = new ConfigMap({ metadata: { name: "${name}-config", labels: { "app.kubernetes.io/version": "1.0.0" } }, data: { LOG_LEVEL: "INFO" } });
`,
    [`${directory}/src/container.ts`]: `export const container = {
  name: "${name}",
  image: "shop-${name}",
  envFrom: [{ configMapRef: { name: "${name}-config" } }],
};
`,
    [`${directory}/src/index.ts`]: `import { defineService, expose } from "typed-manifests";
import type { ShopEnvironment } from "@shop/environments";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { Service } from "kubernetes-models/v1/Service";
import { config } from "./config.ts";
import { container } from "./container.ts";

const selector = { app: "${name}" };
const labels = { ...selector, "app.kubernetes.io/version": "1.0.0" };
const deployment = new Deployment({
  metadata: { name: "${name}", labels },
  spec: {
    replicas: 2,
    selector: { matchLabels: selector },
    template: { metadata: { labels: selector }, spec: { containers: [container] } },
  },
});
const service = new Service({ metadata: { name: "${name}", labels }, spec: { selector, ports: [{ name: "http", port: 80 }] } });

export default defineService<ShopEnvironment>({
  resources: [config, deployment, service],
  configure: (env) => expose(service, env, { exposure: env.exposure.web, name: "${name}-ingress", labels }),
});
`,
  };
}

function overlay(id: string, services: readonly string[]): string {
  return `resources:
${services.map((name) => `  - ../../generated/bases/shop/${name}\n`).join("")}components:
  - ../../generated/environments/${id}
images:
${services.map((name) => `  - name: shop-${name}\n    newTag: "1.0.0"\n`).join("")}`;
}
