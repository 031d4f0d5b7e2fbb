import { pascalCase } from "../new/environment-type.ts";
import { shortName, type Stage } from "../new/environment-choice.ts";
import { importText } from "../source/import-text.ts";
import { literal } from "./parts.ts";
import { packageJson } from "./service-files.ts";
import type { SystemNames } from "./service.ts";

/** An environment of a new system. */
export interface NewEnvironment {
  readonly id: string;
  readonly stage: Stage;
  readonly namespace: string;
  /** The id of its cluster, which is its own. */
  readonly cluster: string;
}

/** The names of a new system, which depends on the same versions as others. */
export function namesOfSystem(system: string, versions: SystemNames["versions"]): SystemNames {
  return {
    system,
    environments: `@${system}/environments`,
    environmentType: `${pascalCase(system)}Environment`,
    versions,
  };
}

/** The files of a new system without services: its package of environments, and an overlay for each. */
export function systemFiles(names: SystemNames, environments: readonly NewEnvironment[]): Map<string, string> {
  const folder = `packages/${names.system}/environments`;
  const { "typed-manifests": front } = names.versions;
  return new Map([
    [`${folder}/package.json`, packageJson(names.environments, { "typed-manifests": front })],
    [`${folder}/src/index.ts`, environmentsSource(names, environments)],
    ...environments.map(({ id }) => [`overlays/${id}/kustomization.yaml`, overlayText(id)] as const),
  ]);
}

function environmentsSource({ environmentType }: SystemNames, environments: readonly NewEnvironment[]): string {
  const constants = environments.map(({ id }) => constantOf(id));
  const front = ["defineCluster", "defineEnvironment", "defineSystem", "environmentSchema", "restrictedNamespace"];
  return `${importText([...front, "type EnvironmentOf"], "typed-manifests")}

/** What its environments differ in: a field here is a value that each of them gives, and \`configure\` of its services takes. */
const schema = environmentSchema({});

export type ${environmentType} = EnvironmentOf<typeof schema>;

${environments.map((one) => environmentText(environmentType, one)).join("\n\n")}

export default defineSystem({ schema, environments: [${constants.join(", ")}] });
`;
}

function environmentText(type: string, { id, stage, namespace, cluster }: NewEnvironment): string {
  const isOne = stage === "development";
  return `const ${constantOf(id)} = defineEnvironment<${type}>({
  id: ${literal(id)},
  environment: ${literal(stage)},
  namespace: ${literal(namespace)},
  cluster: defineCluster({
    id: ${literal(cluster)},
    nodes: [{ count: ${isOne ? 1 : 3}, cpu: "4", memory: "16Gi" }],
    reserve: { cpu: "500m", memory: "1Gi" },
    target: 70,
  }),
  objects: [restrictedNamespace(${literal(namespace)})],
});`;
}

function constantOf(id: string): string {
  const name = shortName(id).replaceAll(/-+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return /^(default|new|delete|export|import|in|do|if|for|this|null|true|void|with|schema)$/.test(name)
    ? `${name}Environment`
    : name;
}

function overlayText(id: string): string {
  const up = "../".repeat(id.split("/").length + 1);
  return `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
components:
  - ${up}generated/environments/${id}
images:
`;
}
