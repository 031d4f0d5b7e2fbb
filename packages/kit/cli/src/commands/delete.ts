import { removedEnvironment, removedService, removedSystem } from "@kit/scaffold/life";
import { implement } from "../define/implement.ts";
import definition from "../definitions/delete.ts";
import { readArguments } from "../life/arguments.ts";
import { carryOut } from "../life/carry-out.ts";

const kinds = { service: ["service"], environment: ["environment"], system: ["system"] } as const;
const removed = { service: removedService, environment: removedEnvironment, system: removedSystem };

export default implement(definition, async ({ root, positionals, values }) => {
  const { kind, first } = readArguments("delete", positionals, kinds);
  const what = `delete the ${kind} ${first} from the repository`;
  return carryOut(root, { what, kind, name: first, draft: (facts) => removed[kind](facts, first) }, values);
});
