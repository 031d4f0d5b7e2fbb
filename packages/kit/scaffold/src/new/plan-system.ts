import { argumentProblem, UserError, type Problem } from "@kit/errors";
import { joinPlans, planOf, type FilePlan } from "../plan.ts";
import { addImport } from "../source/edit.ts";
import { moduleReader } from "../source/environments.ts";
import type { ServiceChoice, SystemNames } from "../templates/service.ts";
import { systemFiles, type NewEnvironment } from "../templates/system-files.ts";
import type { SystemFacts } from "./facts.ts";
import { addNewGitOpsEntry, gitopsEntry } from "./gitops-entry.ts";
import { nameProblems, reservedProblems, takenProblems } from "./name-problems.ts";
import type { ImageToSet } from "./overlay-entries.ts";
import { planService } from "./plan-service.ts";

/** What the repository has already. */
export interface Taken {
  /** The folders below `packages/`. */
  readonly folders: readonly string[];
  readonly environments: readonly string[];
  /** The source that says how the repository is synced. Undefined where there is none. */
  readonly gitops: string | undefined;
}

/** What a new system is to be: its environments, and its first service. */
export interface SystemChoice {
  readonly environments: readonly NewEnvironment[];
  readonly service: ServiceChoice;
  readonly image: ImageToSet | undefined;
}

/**
 * A new system: its environments, its first service, an overlay for each environment, and how these are synced.
 *
 * @throws UserError where a name is taken or wrong.
 */
export function planSystem(names: SystemNames, { environments, service, image }: SystemChoice, taken: Taken): FilePlan {
  UserError.throwIfAny(systemProblems(names, environments, taken));
  const files = systemFiles(names, environments);
  const read = moduleReader(new Map(taken.gitops === undefined ? [] : [[gitopsEntry, taken.gitops]]));
  for (const { id, cluster } of environments) addNewGitOpsEntry(read, id, cluster);
  const synced = read(gitopsEntry);
  if (synced !== undefined) {
    addImport(synced, "automaticSync", "typed-manifests");
    files.set(gitopsEntry, synced.edits.toString());
  }
  const before = new Map(taken.gitops === undefined ? [] : [[gitopsEntry, taken.gitops]]);
  return joinPlans(planOf(before, files), planService(factsOf(names, environments, files), service, { image }));
}

/** The system as it is without its service, which is added as to any other. */
function factsOf(
  names: SystemNames,
  environments: readonly NewEnvironment[],
  files: ReadonlyMap<string, string>,
): SystemFacts {
  const entry = `packages/${names.system}/environments/src/index.ts`;
  return {
    names,
    entry,
    services: [],
    environments: environments.map(({ id, stage, namespace, cluster }) => {
      const file = `overlays/${id}/kustomization.yaml`;
      return {
        id,
        stage,
        namespace,
        cluster,
        asProduction: stage !== "development",
        services: undefined,
        overlay: [{ file, text: files.get(file)!, content: {} }],
      };
    }),
    sources: new Map([[entry, files.get(entry)!]]),
  };
}

function systemProblems({ system }: SystemNames, environments: readonly NewEnvironment[], taken: Taken): Problem[] {
  return [
    ...nameProblems("system", system, 50),
    ...reservedProblems("system", system, reservedSystems),
    ...takenProblems("system", system, taken.folders, (name) => `packages/${name}`),
    ...environments.flatMap(({ id }, index) => {
      const others = [...taken.environments, ...environments.slice(0, index).map((one) => one.id)];
      const inside = others.find((one) => one.startsWith(`${id}/`) || id.startsWith(`${one}/`));
      return [
        ...id.split("/").flatMap((part) => nameProblems("environment", part)),
        ...takenProblems("environment", id, others, (name) => `overlays/${name}`),
        ...(inside === undefined
          ? []
          : [
              argumentProblem(
                `the environment cannot be called ${id}: its overlay would be inside of that of ${inside}, or the other way round`,
                "choose another name",
              ),
            ]),
      ];
    }),
    ...(environments.length > 0
      ? []
      : [argumentProblem("the system has no environment", "give --environments, such as dev,prod")]),
  ];
}

export const reservedSystems = {
  kit: "where the tool itself is",
  lib: "where code is that systems share",
  gitops: "the package that says how the repository is synced",
  policy: "the package that says how the checks judge",
  node_modules: "where packages are installed",
};
