import { argumentError, didYouMean, exitCodes, type UserError } from "@kit/errors";
import { implement } from "../define/implement.ts";
import definition from "../definitions/secrets.ts";
import { apply } from "../secrets/apply.ts";
import { check } from "../secrets/check.ts";
import { scan } from "../secrets/scan.ts";
import { status } from "../secrets/status.ts";
import { template } from "../secrets/template.ts";

const all = { template, check, apply, status, scan };

export default implement(
  definition,
  async ({ root, positionals: [name = "", ...named], values, format, formatWith }) => {
    if (!isAction(name)) throw unknownAction(name);
    if (name !== "status" && name !== "scan") formatWith(name);
    return (await all[name](root, named, { ...values, format })) ? exitCodes.ok : exitCodes.finding;
  },
);

function isAction(name: string): name is keyof typeof all {
  return Object.hasOwn(all, name);
}

function unknownAction(name: string): UserError {
  const known = Object.keys(definition.actions ?? {});
  const next = `write one of ${known.join(", ")}${didYouMean(name, known)}`;
  if (name === "") return argumentError("pnpm secrets needs to know what to do", next, "argument-missing");
  return argumentError(`pnpm secrets cannot ${JSON.stringify(name)}`, next);
}
