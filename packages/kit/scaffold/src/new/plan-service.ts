import { UserError, type Problem } from "@kit/errors";
import { planOf, type FilePlan } from "../plan.ts";
import type { ServiceChoice } from "../templates/service.ts";
import { serviceFiles, servicePackageJson } from "../templates/service-files.ts";
import type { SystemFacts } from "./facts.ts";
import { exemptOneReplica } from "./exempt.ts";
import { nameProblems, reservedProblems, takenProblems } from "./name-problems.ts";
import { withService, type ImageToSet } from "./overlay-entries.ts";

/**
 * What a new service writes: its package, a line and an image in the overlays of its system's environments, and for one that
 * keeps data, why it runs one pod.
 *
 * @param image Undefined where overlays are to set none.
 * @param isHere Its source is there, and only what is around it is written.
 */
export function planService(
  facts: SystemFacts,
  choice: ServiceChoice,
  { image, isHere = false }: { readonly image: ImageToSet | undefined; readonly isHere?: boolean },
): FilePlan {
  UserError.throwIfAny(serviceProblems(facts, choice));
  const { system } = facts.names;
  const texts = new Map<string, string>([
    ...facts.environments.flatMap(({ overlay }) => overlay).map(({ file, text }) => [file, text] as const),
    ...facts.sources,
  ]);
  const own = isHere
    ? new Map([[`packages/${system}/${choice.name}/package.json`, servicePackageJson(facts.names, choice.name)]])
    : serviceFiles(facts.names, choice);
  const isOne = choice.kind === "stateful" && !isHere && facts.environments.some(({ asProduction }) => asProduction);
  return planOf(
    texts,
    new Map([
      ...own,
      ...withService(facts, choice.name, image),
      ...(isOne ? exemptOneReplica(facts, choice.name) : []),
    ]),
  );
}

function serviceProblems({ names, services }: SystemFacts, { name, kind, of }: ServiceChoice): Problem[] {
  const longest = kind === "cron" || kind === "stateful" ? 52 : 63;
  const where = (service: string): string => `packages/${names.system}/${service}`;
  const known = services.map((service) => service.name);
  return [
    ...nameProblems("service", name, longest),
    ...reservedProblems("service", name, reservedServices),
    ...takenProblems("service", name, known, where),
    ...(kind === "migration" && !known.includes(of) ? [noSuchService(of, known)] : []),
  ];
}

export const reservedServices = {
  environments: "the package of the system's environments",
  lib: "where code is that services share",
  node_modules: "where packages are installed",
};

function noSuchService(name: string, known: readonly string[]): Problem {
  return {
    code: "service-unknown",
    what: `there is no service ${JSON.stringify(name)} that the migration could be for`,
    where: "--of",
    next: `the services are: ${known.join(", ")}`,
  };
}
