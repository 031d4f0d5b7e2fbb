import type { ServiceChoice, SystemFacts } from "@kit/scaffold";

const entry = "packages/shop/environments/src/index.ts";

const environments = `import { defineCluster, defineEnvironment, defineSystem, environmentSchema } from "typed-manifests";
import { prod } from "./prod.ts";
import { schema } from "./schema.ts";

const local = defineCluster({ id: "local", nodes: [], localImages: true });

/** On developers' machines. */
const dev = defineEnvironment<ShopEnvironment>({
  id: "dev",
  environment: "development",
  namespace: "shop-dev",
  cluster: local,
  shopUrl: "http://localhost:8080",
  exposure: { web: { type: "NodePort", nodePort: 30000 } },
});

export default defineSystem({ schema, environments: [dev, prod] });
`;

const prod = `import { defineCluster, defineEnvironment, tlsSecret } from "typed-manifests";
import type { ShopEnvironment } from "./schema.ts";

const frankfurt = defineCluster({
  id: "frankfurt", // of the platform
  nodes: [],
});

export const prod = defineEnvironment<ShopEnvironment>({
  id: "prod",
  environment: "production",
  namespace: "shop",
  cluster: frankfurt,
  shopUrl: "https://shop.example.com",
  apiUrl: "http://api:8080",
  exposure: { web: { type: "Ingress", host: "shop.example.com" } },
  secrets: [tlsSecret("shop.example.com")],
  secretSource: externalSecrets({ remoteRef: (_, key) => ({ key: "shop/prod", property: key }) }),
});
`;

const gitops = `import { automaticSync, defineGitOps } from "typed-manifests";

export default defineGitOps({
  environments: {
    dev: { destination: "local", policy: automaticSync() },
    // With care.
    prod: { destination: "fra", policy: workingHours },
  },
});
`;

/** A system with the service `api` in dev and prod, whose overlays are `text`. */
export function shopFacts(text = overlay): SystemFacts {
  return {
    names: {
      system: "shop",
      environments: "@shop/environments",
      environmentType: "ShopEnvironment",
      versions: { "kubernetes-models": "catalog:", "typed-manifests": "workspace:*" },
    },
    entry,
    services: [{ name: "api", images: ["shop/api"], pods: { app: { app: "api" }, port: 8080 } }],
    environments: [
      { ...environment("dev", "shop-dev", "local"), stage: "development", asProduction: false },
      { ...environment("prod", "shop", "frankfurt"), stage: "production", asProduction: true },
    ].map((one) => ({ ...one, overlay: [{ ...one.overlay[0]!, text: text(one.id) }] })) as SystemFacts["environments"],
    sources: new Map([
      [entry, environments],
      ["packages/shop/environments/src/prod.ts", prod],
      ["packages/gitops/src/index.ts", gitops],
    ]),
  };
}

export function overlay(id: string): string {
  return `resources:
  # What answers.
  - ../../generated/bases/shop/api
components:
  - ../../generated/environments/${id}
images:
  - name: shop/api # {"$imagepolicy": "flux-system:api"}
    newName: registry.example.com/shop/api
    newTag: "2.1.0"
`;
}

function environment(id: string, namespace: string, cluster: string) {
  const content = {
    resources: ["../../generated/bases/shop/api"],
    images: [{ name: "shop/api", newName: "registry.example.com/shop/api", newTag: "2.1.0" }],
  };
  return {
    id,
    namespace,
    cluster,
    services: undefined,
    overlay: [{ file: `overlays/${id}/kustomization.yaml`, text: "", content }],
  };
}

/** A service of a kind, with values of its own in each place. */
export function choiceOf(kind: ServiceChoice["kind"], more: Partial<ServiceChoice> = {}): ServiceChoice {
  return {
    name: "cart",
    kind,
    image: "shop/cart",
    port: 9000,
    path: "/alive",
    cpu: "0.5",
    memory: "1.5Gi",
    command: [],
    schedule: "*/5 * * * *",
    size: "20Gi",
    mount: "/var/lib/cart",
    of: "api",
    calls: [],
    ...more,
  };
}
