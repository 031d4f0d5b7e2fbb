import { describeThrown, packagePlace, stackOf, EnvironmentFailure, UserError } from "@kit/errors";

/** A package that ended the process in which the command runs; a bug where no package is to blame. */
export function endedByPackage(how: string, stack: string, root: string): Error {
  const place = packagePlace(stack, root);
  // Node's own last word on what was thrown, where a package has taken away the listeners.
  const isThrown = stack.includes("_fatalException");
  if (place === undefined && how === "nothing is left to do" && !isThrown) {
    return new Error("the command ended before it was done: nothing was left to do");
  }
  return new UserError({
    code: "package-ended",
    what: `a package ended the command before it was done: ${isThrown ? "it threw, and keeps errors from being told" : how}`,
    where: place ?? "a package, or what it depends on",
    next: "take that out: a package says what is deployed, and leaves the rest to the command",
  });
}

/**
 * What a package threw, where nothing nearer to it has said so; undefined where it is none of a package's. The kit itself
 * throws errors only, so anything else is a package's.
 *
 * @param isLate Whether nobody waited for it.
 */
export function thrownByPackage(thrown: unknown, root: string, isLate: boolean): UserError | undefined {
  if (thrown instanceof UserError || thrown instanceof EnvironmentFailure) return undefined;
  const stack = stackOf(thrown);
  const place = packagePlace(stack, root);
  const isForeign = place !== undefined || !(thrown instanceof Error) || (isLate && isWithoutKit(stack));
  if (!isForeign) return undefined;
  return new UserError(
    {
      code: "package-threw",
      what: `a package threw ${describeThrown(thrown).replaceAll(`${root}/`, "")}`,
      where: place ?? "a package, or what it depends on",
      next: isLate
        ? "correct what throws there: it is in a timer, or in a promise that nobody waits for"
        : "correct what throws there",
    },
    { cause: thrown },
  );
}

/** Whether a stack has frames of other code, and none of the kit's. */
function isWithoutKit(stack: string): boolean {
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line) && !/\bnode:|<anonymous>\)?$/.test(line));
  return frames.length > 0 && !frames.some((frame) => /\/packages\/kit\/|\/typed-manifests\/dist\//.test(frame));
}
