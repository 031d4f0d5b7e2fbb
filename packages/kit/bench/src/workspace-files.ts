import { packageJson, repositoryRoot } from "@kit/testing";
import { join } from "node:path";
import type { PlannedSystem } from "./plan.ts";
import { serviceData } from "./service-data.ts";

/** The files of a generated repository: packages and overlays, as people would write them. */
export function workspaceFiles(systems: readonly PlannedSystem[]): Record<string, string> {
  return Object.fromEntries([["tsconfig.json", tsconfig], ...systems.flatMap(systemFiles)]);
}

// As this repository's own: what the compiler knows of the last run is kept.
const tsconfig = JSON.stringify({
  extends: join(repositoryRoot, "tsconfig.base.json"),
  compilerOptions: { incremental: true, tsBuildInfoFile: "node_modules/.cache/tsconfig.tsbuildinfo" },
  include: ["packages/*/*/src"],
});

function systemFiles(system: PlannedSystem): [string, string][] {
  const environments = `packages/${system.name}/environments`;
  return [
    [`${environments}/package.json`, packageJson(`@${system.name}/environments`)],
    [`${environments}/src/index.ts`, environmentsSource(system)],
    ...system.services.flatMap((service): [string, string][] => [
      [`packages/${system.name}/${service}/package.json`, packageJson(`@${system.name}/${service}`)],
      [`packages/${system.name}/${service}/src/index.ts`, serviceSource(service)],
    ]),
    ...system.environments.map((id): [string, string] => [`overlays/${id}/kustomization.yaml`, overlay(system, id)]),
  ];
}

function environmentsSource({ name, environments, services }: PlannedSystem): string {
  const [dev, prod] = environments;
  return `import {
  defineCluster,
  defineEnvironment,
  defineSecret,
  defineSystem,
  type EnvironmentOf,
  environmentSchema,
  postgresUrl,
  publicUrl,
  secretsByHand,
} from "@kit/model";

const schema = environmentSchema({ publicUrl: publicUrl() });
export type SystemEnvironment = EnvironmentOf<typeof schema>;

const cluster = defineCluster({
  id: "${name}",
  nodes: [{ count: 6, cpu: "16", memory: "64Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
});
const secret = defineSecret({
  name: "shop-secrets",
  provider: "team",
  keys: {
    DATABASE_URL: { description: "the database", value: postgresUrl(), consumers: ${JSON.stringify(services)} },
  },
});
const secrets = { secrets: [secret], secretSource: secretsByHand() };
const dev = defineEnvironment<SystemEnvironment>({
  ...secrets,
  id: "${dev}",
  environment: "development",
  namespace: "${dev!.replaceAll("/", "-")}",
  cluster,
  publicUrl: "http://localhost:3000",
});
const prod = defineEnvironment<SystemEnvironment>({
  ...secrets,
  id: "${prod}",
  environment: "production",
  namespace: "${prod!.replaceAll("/", "-")}",
  cluster,
  publicUrl: "https://${name}.example.com",
});

export default defineSystem({ schema, environments: [dev, prod] });
`;
}

function serviceSource(name: string): string {
  const { configMap, deployment, service } = serviceData(name);
  return `import { defineService, patch } from "@kit/model";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Service } from "kubernetes-models/v1/Service";
import type { SystemEnvironment } from "../../environments/src/index.ts";

const config = new ConfigMap(${source(configMap)});
const deployment = new Deployment(${source(deployment)});
const service = new Service(${source(service)});

export default defineService<SystemEnvironment>({
  resources: [config, deployment, service],
  configure: (env) => [patch(config, { data: { PUBLIC_URL: env.publicUrl, ENVIRONMENT: env.environment } })],
});
`;
}

// A person would not write what the class says already.
function source(data: { readonly apiVersion: string; readonly kind: string }): string {
  const { apiVersion: _, kind: __, ...rest } = data;
  return JSON.stringify(rest, null, 2);
}

function overlay({ name, services }: PlannedSystem, id: string): string {
  const lines = [
    "apiVersion: kustomize.config.k8s.io/v1beta1",
    "kind: Kustomization",
    "resources:",
    ...services.map((service) => `  - ../../../generated/bases/${name}/${service}`),
    "components:",
    `  - ../../../generated/environments/${id}`,
    "images:",
    ...services.flatMap((service) => [`  - name: registry.example.com/shop/${service}`, '    newTag: "1.0.0"']),
  ];
  return `${lines.join("\n")}\n`;
}
