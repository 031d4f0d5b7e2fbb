export { policiesInForce } from "../policies/policies-in-force.ts";

import type { CheckReport } from "@kit/check";
import { checkRepository } from "./check-repository.ts";
import { readRenderedEnvironments } from "../rendered/rendered-environments.ts";

/**
 * Judges what environments deploy.
 *
 * @param ids Such as `dev`; all where there are none.
 * @throws UserError as `readRenderedEnvironments` and `checkRepository` do.
 */
export async function checkEnvironments(root: string, ids: readonly string[]): Promise<CheckReport> {
  return checkRepository(root, await readRenderedEnvironments(root, ids));
}
