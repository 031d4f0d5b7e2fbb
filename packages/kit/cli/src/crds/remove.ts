import { removedFiles, type IndexedKind } from "@kit/definitions";
import { argumentProblem, didYouMean, shown, UserError, type Problem } from "@kit/errors";
import { definitionsPlan, importersOf, ownDefinitions, readDefinition } from "@kit/repository";
import type { Importer } from "@kit/repository";
import { carryOut } from "./carry-out.ts";

/** Takes kinds out of the repository. Returns the exit code. */
export function removeDefinitions(root: string, names: readonly string[], isDry: boolean): number {
  const index = ownDefinitions(root);
  const problems: Problem[] = [];
  const removed = names.flatMap((name): IndexedKind[] => {
    const found = index.filter((one) => isNamed(root, one, name));
    if (found.length > 0) return found;
    const known = index.map(({ kind }) => kind);
    const what = `no kind that is defined here is called ${shown(name)}`;
    const next = `these are: ${known.join(", ") || "none at all"}${didYouMean(name, known)}`;
    problems.push(argumentProblem(what, next));
    return [];
  });
  UserError.throwIfAny(problems);
  UserError.throwIfAny(importersOf(root, removed).map(usedProblem));
  return carryOut(root, definitionsPlan(root, removedFiles([...new Set(removed)], index)), isDry);
}

function usedProblem({ file, group, kind }: Importer): Problem {
  const next = `take the import out, or write the object as untyped({ apiVersion: "${group}/…", kind: "${kind}", … }), then remove ${kind}`;
  return { code: "package-used", what: `${kind} of ${group} is imported here`, where: file, next };
}

function isNamed(root: string, { group, kind }: IndexedKind, name: string): boolean {
  if ([kind, group, `${group}/${kind}`, `${kind}.${group}`].includes(name)) return true;
  return name.endsWith(`.${group}`) && readDefinition(root, group, kind).metadata.name === name;
}
