import { argumentProblem, didYouMean, type Problem } from "@kit/errors";
import { dns1035LabelProblem } from "@kit/kube/names";

/** What is wrong with the name of something new: it becomes a folder, a package and the name of objects. */
export function nameProblems(what: string, name: string, longest = 63): Problem[] {
  const problem = name.length > longest ? `must have at most ${longest} characters` : dns1035LabelProblem(name);
  if (problem === undefined) return [];
  const next = `write lower-case letters, digits and -, with a letter or digit at both ends, at most ${longest}`;
  return [argumentProblem(`the ${what} cannot be called ${JSON.stringify(name)}: it ${problem}`, next)];
}

/** A name that is there already, or that differs only by case, which macOS and Windows do not see. */
export function takenProblems(
  what: string,
  name: string,
  taken: readonly string[],
  where: (name: string) => string,
): Problem[] {
  const same = taken.find((one) => one.toLowerCase() === name.toLowerCase());
  if (same === undefined) return [];
  const how = same === name ? "is there already" : `differs from ${same} only by case`;
  return [{ code: "name-taken", what: `the ${what} ${name} ${how}`, where: where(same), next: "choose another name" }];
}

/** A name that has a meaning of its own in its place. */
export function reservedProblems(what: string, name: string, reserved: Readonly<Record<string, string>>): Problem[] {
  const meaning = Object.hasOwn(reserved, name) ? reserved[name] : undefined;
  if (meaning === undefined) return [];
  return [argumentProblem(`the ${what} cannot be called ${name}: that is ${meaning}`, "choose another name")];
}

/** A system that is not there. */
export function unknownSystem(name: string, known: readonly string[]): Problem {
  return {
    code: "system-unknown",
    what: `there is no system ${JSON.stringify(name)}`,
    where: "packages",
    next: `the systems are: ${known.join(", ")}${didYouMean(name, known)}`,
  };
}
