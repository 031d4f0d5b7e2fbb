import { exitCodes, nearest, UserError } from "@kit/errors";
import { defineCommand } from "../command.ts";
import { apply } from "../secrets-apply.ts";
import { check } from "../secrets-check.ts";
import { scan } from "../secrets-scan.ts";
import { status } from "../secrets-status.ts";
import { template } from "../secrets-template.ts";
import { help } from "../help/secrets.ts";

const commands = { template, check, apply, status, scan };

export default defineCommand({
  help,
  positionals: true,
  options: {
    "from-env-file": { type: "string" },
    context: { type: "string" },
    namespace: { type: "string" },
    "dry-run": { type: "boolean" },
    json: { type: "boolean" },
    yes: { type: "boolean" },
  },
  async run({ root, positionals: [name = "", ...environments], values }) {
    if (!Object.hasOwn(commands, name)) throw unknownCommand(name);
    return (await commands[name as keyof typeof commands](root, environments, values))
      ? exitCodes.ok
      : exitCodes.finding;
  },
});

function unknownCommand(name: string): UserError {
  const known = Object.keys(commands);
  const meant = nearest(name, known);
  return new UserError({
    code: name === "" ? "argument-missing" : "argument-value",
    what: name === "" ? "pnpm secrets needs to know what to do" : `pnpm secrets cannot ${JSON.stringify(name)}`,
    where: "the command's arguments",
    next: `write one of ${known.join(", ")}${meant === undefined ? "" : `. Did you mean ${meant}?`}`,
  });
}
