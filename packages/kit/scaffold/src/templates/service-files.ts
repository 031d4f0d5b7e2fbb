import { cron } from "./cron.ts";
import { migration } from "./migration.ts";
import { importText } from "../source/import-text.ts";
import { literal } from "./parts.ts";
import type { ServiceChoice, ServiceKind, SystemNames, Template } from "./service.ts";
import { stateful } from "./stateful.ts";
import { web } from "./web.ts";
import { worker } from "./worker.ts";

const templates: Readonly<Record<ServiceKind, (choice: ServiceChoice) => Template>> = {
  web,
  worker,
  cron,
  stateful,
  migration,
};

/** The files of a new service's package, by their paths from the repository's root. */
export function serviceFiles(names: SystemNames, choice: ServiceChoice): Map<string, string> {
  const folder = `packages/${names.system}/${choice.name}`;
  return new Map([
    [`${folder}/package.json`, servicePackageJson(names, choice.name)],
    [`${folder}/src/index.ts`, serviceSource(names, choice)],
  ]);
}

/** A service's package.json, in the scope of its system's environments. */
export function servicePackageJson({ environments, versions }: SystemNames, name: string): string {
  const scope = environments.slice(0, environments.lastIndexOf("/") + 1);
  return packageJson(`${scope}${name}`, {
    [environments]: "workspace:*",
    ...versions,
  });
}

/** The package.json of a package that a system has. */
export function packageJson(name: string, dependencies: Readonly<Record<string, string>>): string {
  const sorted = Object.fromEntries(Object.entries(dependencies).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  const content = {
    name,
    version: "0.0.0",
    private: true,
    type: "module",
    exports: "./src/index.ts",
    dependencies: sorted,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function serviceSource({ environments, environmentType }: SystemNames, choice: ServiceChoice): string {
  const { front, kinds, body, resources } = templates[choice.kind](choice);
  const [workload] = resources;
  const imports = [
    importText([environmentType], environments, true),
    importText([...front, "defineService", "protectInProduction"].toSorted(), "typed-manifests"),
    ...kinds.map((kind) => importText([kind.slice(kind.lastIndexOf("/") + 1)], `kubernetes-models/${kind}`)),
  ];
  return `${imports.join("\n")}

${body}

export default defineService<${environmentType}>({
  resources: [${resources.join(", ")}],
  configure: (env) =>${protection(workload!, choice)},
});
`;
}

function protection(workload: string, { calls }: ServiceChoice): string {
  const to = calls.map(({ app, port }) => literal({ podLabels: app, port }));
  if (to.length === 0) return ` protectInProduction(${workload}, env, { labels })`;
  const oneLine = ` protectInProduction(${workload}, env, { labels, to: [${to.join(", ")}] })`;
  if (oneLine.length < 90) return oneLine;
  return `\n    protectInProduction(${workload}, env, {\n      labels,\n      to: [\n${to.map((one) => `        ${one},\n`).join("")}      ],\n    })`;
}
