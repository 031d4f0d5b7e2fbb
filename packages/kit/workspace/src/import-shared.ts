import { UserError, type Problem } from "@kit/errors";
import { failed, importDefault } from "./import-default.ts";

/**
 * What a module of the repository exports by default.
 *
 * @param entry Its path from the root.
 * @throws UserError where it throws, or never ends.
 */
export async function importShared(root: string, entry: string): Promise<unknown> {
  const problems: Problem[] = [];
  const found = await importDefault(root, { entry }, problems);
  UserError.throwIfAny(problems);
  return found === failed ? undefined : found;
}
