import { movedService } from "@kit/scaffold/life";
import { implement } from "../define/implement.ts";
import definition from "../definitions/move.ts";
import { readArguments } from "../life/arguments.ts";
import { carryOut } from "../life/carry-out.ts";

export default implement(definition, async ({ root, positionals, values }) => {
  const { kind, first, second } = readArguments("move", positionals, { service: ["service", "system"] });
  const what = `move the service ${first} to the system ${second}`;
  return carryOut(root, { what, kind, name: first, draft: (facts) => movedService(facts, first, second) }, values);
});
