import { shown, UserError, type Problem } from "@kit/errors";
import { isPolicy, type Policy } from "@kit/model";
import { discoverShared } from "./discover.ts";
import { failed, importDefault } from "./import-default.ts";

/** What `packages/policy` exports by default. */
export interface LoadedPolicy {
  readonly policy: Policy;
  /** Its module, from the repository's root. */
  readonly entry: string;
}

/**
 * Imports the package that says how the checks judge the whole repository. Undefined where there is none.
 *
 * @throws UserError where it has no entry, throws while it is imported, or exports something else.
 */
export async function loadPolicy(root: string): Promise<LoadedPolicy | undefined> {
  const found = discoverShared(root, "policy");
  if (found === undefined) return undefined;
  const problems: Problem[] = [];
  const policy = await importDefault(root, found, problems);
  if (policy !== failed && !isPolicy(policy))
    problems.push(notAPolicy(`the default export is ${shown(policy)}`, found.entry));
  UserError.throwIfAny(problems);
  return isPolicy(policy) ? { policy, entry: found.entry } : undefined;
}

/** What is said of a value that stands where a policy is to be. */
export function notAPolicy(what: string, where: string): Problem {
  return {
    code: "policy-value",
    what: `${what}, not a policy`,
    where,
    next: "write definePolicy({ severities: { … }, packs: [ … ] }), say",
  };
}
