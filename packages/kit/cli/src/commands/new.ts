import { argumentError } from "@kit/errors";
import { commands } from "../commands.ts";
import { implement } from "../define/implement.ts";
import definition from "../definitions/new.ts";
import { repository } from "../new/repository.ts";

export default implement(
  definition,
  async ({ positionals: [kind = "", ...rest], values }) => {
    if (kind !== "repository") throw argumentError(`new cannot make ${JSON.stringify(kind)}`, "write repository");
    return repository(
      rest,
      values,
      commands.map(([{ name }]) => name),
    );
  },
  { isAnywhere: ([kind]) => kind === "repository" },
);
