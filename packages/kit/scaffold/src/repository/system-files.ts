import type { RepositoryNames } from "./facts.ts";
import { renderedTest } from "./rendered-test.ts";
import { serviceSource } from "./service-source.ts";

/** The files of the first system: its environments, its service, its overlays and a test of what is rendered. */
export function systemFiles({ system, service }: RepositoryNames): [path: string, text: string][] {
  const folder = `packages/${system}`;
  const type = environmentType(system);
  return [
    [`${folder}/package.json`, systemPackage(system)],
    [`${folder}/test/rendered.test.ts`, renderedTest],
    [`${folder}/environments/package.json`, packageFile(system, "environments")],
    [`${folder}/environments/src/index.ts`, indexSource(type)],
    [`${folder}/environments/src/schema.ts`, schemaSource(type, system)],
    [`${folder}/environments/src/dev.ts`, devSource(type, system)],
    [`${folder}/environments/src/prod.ts`, prodSource(type, system)],
    [`${folder}/${service}/package.json`, packageFile(system, service)],
    [`${folder}/${service}/src/index.ts`, serviceSource(type, system, service)],
    ["overlays/dev/kustomization.yaml", overlay(system, service, "dev")],
    ["overlays/prod/kustomization.yaml", overlay(system, service, "prod")],
  ];
}

/** `our-shop`: `OurShopEnvironment`. */
function environmentType(system: string): string {
  const words = system.split("-").map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return `${words.join("")}Environment`;
}

/** Of the system itself, which has its tests. */
function systemPackage(system: string): string {
  return json({
    name: `@${system}/system`,
    version: "0.0.0",
    private: true,
    type: "module",
    scripts: { test: "vitest run" },
    devDependencies: { vitest: "catalog:", yaml: "catalog:" },
  });
}

function packageFile(system: string, name: string): string {
  const isService = name !== "environments";
  return json({
    name: `@${system}/${name}`,
    version: "0.0.0",
    private: true,
    type: "module",
    exports: "./src/index.ts",
    dependencies: {
      ...(isService ? { [`@${system}/environments`]: "workspace:*", "kubernetes-models": "catalog:" } : {}),
      "typed-manifests": "catalog:",
    },
  });
}

function indexSource(type: string): string {
  return `import { defineSystem } from "typed-manifests";
import { dev } from "./dev.ts";
import { prod } from "./prod.ts";
import { schema } from "./schema.ts";

export type { ${type} } from "./schema.ts";

export default defineSystem({ schema, environments: [dev, prod] });
`;
}

function schemaSource(type: string, system: string): string {
  return `import { environmentSchema, oneOf, type EnvironmentOf } from "typed-manifests";

/** What differs between the environments of ${system}. */
export const schema = environmentSchema({
  logLevel: oneOf("debug", "info", "warn", "error"),
});

export type ${type} = EnvironmentOf<typeof schema>;
`;
}

function devSource(type: string, system: string): string {
  return `import { defineCluster, defineEnvironment, restrictedNamespace } from "typed-manifests";
import type { ${type} } from "./schema.ts";

// What the cluster has, for \`pnpm capacity\`.
const cluster = defineCluster({
  id: "${system}-dev",
  nodes: [{ count: 1, cpu: "4", memory: "8Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
});

export const dev = defineEnvironment<${type}>({
  id: "dev",
  environment: "development",
  namespace: "${system}",
  cluster,
  objects: [restrictedNamespace("${system}")],
  logLevel: "debug",
});
`;
}

function prodSource(type: string, system: string): string {
  return `import { defineCluster, defineEnvironment, restrictedNamespace } from "typed-manifests";
import type { ${type} } from "./schema.ts";

const cluster = defineCluster({
  id: "${system}-prod",
  nodes: [{ count: 3, cpu: "4", memory: "16Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
});

export const prod = defineEnvironment<${type}>({
  id: "prod",
  environment: "production",
  namespace: "${system}",
  cluster,
  objects: [restrictedNamespace("${system}")],
  logLevel: "info",
});
`;
}

function overlay(system: string, service: string, environment: string): string {
  return `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - ../../generated/bases/${system}/${service}
components:
  - ../../generated/environments/${environment}
images:
  - name: ${system}-${service}
    newTag: "1.0.0"
`;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
