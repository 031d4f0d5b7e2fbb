import { readFileSync } from "node:fs";
import { join } from "node:path";
import { registry } from "@kit/check";
import { argumentError, didYouMean } from "@kit/errors";

const pages = join(import.meta.dirname, "../../../../docs/checks");

/**
 * The page of a check, as it is in docs/checks.
 *
 * @throws UserError where there is no such check.
 */
export function checkPage(id: string): string {
  const ids = registry.map((one) => one.id);
  if (ids.includes(id)) return readFileSync(join(pages, `${id}.md`), "utf8");
  throw argumentError(`there is no check ${id}`, `docs/checks.md lists the checks${didYouMean(id, ids)}`);
}
