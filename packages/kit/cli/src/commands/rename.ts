import { renamedEnvironment, renamedService, renamedSystem } from "@kit/scaffold/life";
import { argumentError } from "@kit/errors";
import { implement } from "../define/implement.ts";
import definition from "../definitions/rename.ts";
import { readArguments } from "../life/arguments.ts";
import { carryOut } from "../life/carry-out.ts";

const kinds = { service: ["service", "name"], environment: ["environment", "id"], system: ["system", "name"] } as const;

export default implement(definition, async ({ root, positionals, values }) => {
  const { kind, first, second } = readArguments("rename", positionals, kinds);
  const objects = values.objects === true;
  if (objects && kind !== "service")
    throw argumentError("--objects is for services", "leave it out: objects keep their names");
  const what = `rename the ${kind} ${first} to ${second}`;
  const draft = {
    service: (facts) => renamedService(facts, first, second, objects),
    environment: (facts) => renamedEnvironment(facts, first, second),
    system: (facts) => renamedSystem(facts, first, second),
  } satisfies Record<typeof kind, Parameters<typeof carryOut>[1]["draft"]>;
  return carryOut(root, { what, kind, name: first, draft: draft[kind] }, values);
});
