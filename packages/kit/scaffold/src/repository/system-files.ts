import { planSystem } from "../new/plan-system.ts";
import type { ServiceChoice } from "../templates/service.ts";
import { namesOfSystem } from "../templates/system-files.ts";
import type { RepositoryNames } from "./facts.ts";
import { renderedTest } from "./rendered-test.ts";

/** The files of the first system, as `new system` makes them, and a test of what is rendered. */
export function systemFiles({ system, service }: RepositoryNames): [path: string, text: string][] {
  const versions = { "kubernetes-models": "catalog:", "typed-manifests": "catalog:" };
  const image = `${system}-${service}`;
  const plan = planSystem(
    namesOfSystem(system, versions),
    {
      environments: [
        { id: "dev", stage: "development", namespace: `${system}-dev`, cluster: `${system}-dev` },
        { id: "prod", stage: "production", namespace: system, cluster: `${system}-prod` },
      ],
      service: { ...usual, name: service, image },
      image: { name: image, tag: "1.0.0", newName: undefined },
    },
    { folders: [], environments: [], gitops: undefined },
  );
  return [
    ...plan.map(({ path, after }): [string, string] => [path, after!]),
    [`packages/${system}/package.json`, systemPackage(system)],
    [`packages/${system}/test/rendered.test.ts`, renderedTest],
  ];
}

/** What `new service` makes where nothing else is said. */
const usual: Omit<ServiceChoice, "name" | "image"> = {
  kind: "web",
  port: 8080,
  path: "/healthz",
  cpu: "50m",
  memory: "64Mi",
  command: [],
  schedule: "",
  size: "",
  mount: "",
  of: "",
  calls: [],
};

/** Of the system itself, which has its tests. */
function systemPackage(system: string): string {
  const content = {
    name: `@${system}/system`,
    version: "0.0.0",
    private: true,
    type: "module",
    scripts: { test: "vitest run" },
    devDependencies: { vitest: "catalog:", yaml: "catalog:" },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
