import { argumentProblem, type Problem } from "@kit/errors";
import type { RepositoryNames } from "./facts.ts";

/** What is wrong with the names of a new repository, its system and its service; all of it. */
export function repositoryNameProblems({ name, system, service }: RepositoryNames): Problem[] {
  const own = [service, "environments", "system"].map((one) => `@${system}/${one}`);
  return [
    ...packageNameProblems(name),
    ...(own.includes(name) ? [taken(name)] : []),
    ...folderProblems("system", system, reservedSystems),
    ...folderProblems("service", service, reservedServices),
  ];
}

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

/** Names of folders below `packages/` that mean something else. */
const reservedSystems: Readonly<Record<string, string>> = {
  gitops: "how the repository is synced",
  kit: "the kit's own folder",
  lib: "where code is that systems share",
  policy: "how the checks judge the repository",
};

const reservedServices: Readonly<Record<string, string>> = {
  environments: "the package of the system's environments",
  lib: "where code is that services share",
  system: "the package of the system itself",
  test: "where the system's tests are",
};

/** A folder, a package and the name of objects at once. */
function folderProblems(what: string, name: string, reserved: Readonly<Record<string, string>>): Problem[] {
  if (!/^[a-z](?:[a-z0-9-]*[a-z0-9])?$/.test(name) || name.length > 63) {
    const next = `say it by --${what}: a lower-case letter, then lower-case letters, digits and -, at most 63`;
    return [argumentProblem(`the ${what} cannot be called ${JSON.stringify(name)}`, next)];
  }
  if (!Object.hasOwn(reserved, name)) return [];
  return [
    argumentProblem(`the ${what} cannot be called ${name}: that is ${reserved[name]}`, `say another by --${what}`),
  ];
}
