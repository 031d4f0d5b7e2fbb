import { argumentProblem, type Problem } from "@kit/errors";
import { nameProblems, reservedProblems } from "../new/name-problems.ts";
import { reservedSystems } from "../new/plan-system.ts";
import { reservedServices } from "../new/plan-service.ts";
import type { RepositoryNames } from "./facts.ts";

/** What is wrong with the names of a new repository, its system and its service; all of it. */
export function repositoryNameProblems({ name, system, service }: RepositoryNames): Problem[] {
  const own = [service, "environments", "system"].map((one) => `@${system}/${one}`);
  return [
    ...packageNameProblems(name),
    ...(own.includes(name) ? [taken(name)] : []),
    ...nameProblems("system", system, 50),
    ...reservedProblems("system", system, reservedSystems),
    ...nameProblems("service", service),
    ...reservedProblems("service", service, { ...reservedServices, ...ownFolders }),
  ];
}

/** What a new repository has beside its service. */
const ownFolders = {
  system: "the package of the system itself",
  test: "where the system's tests are",
};

function taken(name: string): Problem {
  return argumentProblem(`the repository cannot be called ${name}: a package in it is`, "say another by --name");
}

/** What npm takes as a package's name, and pnpm with it. */
function packageNameProblems(name: string): Problem[] {
  const isName = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(name) && name.length <= 214;
  if (!isName || name === "node_modules" || name === "favicon.ico") {
    return [
      argumentProblem(
        `no package may be called ${JSON.stringify(name)}`,
        "say it by --name: lower-case letters, digits, -, . and _, or @scope/name",
      ),
    ];
  }
  if (name !== "typed-manifests") return [];
  return [argumentProblem(`the repository cannot be called ${name}: that is the kit's name`, "say another by --name")];
}
