import { readFileSync } from "node:fs";
import { join } from "node:path";
import { registry } from "@kit/check";
import { nearest, UserError } from "@kit/errors";

const pages = join(import.meta.dirname, "../../../../docs/checks");

/**
 * The page of a check, as it is in docs/checks.
 *
 * @throws UserError where there is no such check.
 */
export function explain(id: string): string {
  const ids = registry.map((one) => one.id);
  if (ids.includes(id)) return readFileSync(join(pages, `${id}.md`), "utf8");
  const meant = nearest(id, ids);
  throw new UserError({
    code: "argument-value",
    what: `there is no check ${id}`,
    where: "the command's arguments",
    next: `docs/checks.md lists the checks${meant === undefined ? "" : `. Did you mean ${meant}?`}`,
  });
}
