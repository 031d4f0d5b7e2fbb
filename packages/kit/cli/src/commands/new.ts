import { argumentError, didYouMean } from "@kit/errors";
import { implement } from "../define/implement.ts";
import definition from "../definitions/new.ts";

const { actions } = definition;

export default implement(
  definition,
  async ({ root, positionals: [action, ...rest], values }) => {
    const known = Object.keys(actions ?? {});
    if (rest.length > 1) throw argumentError(`${rest.slice(1).join(" ")} is too much`, "make one thing at a time");
    if (action === "repository") return (await import("../new/repository.ts")).newRepository(rest[0], values);
    if (action === "service") return (await import("../new/service.ts")).newService(root, rest[0], values);
    if (action === "environment") return (await import("../new/environment.ts")).newEnvironment(root, rest[0], values);
    if (action === "system") return (await import("../new/system.ts")).newSystem(root, rest[0], values);
    throw argumentError(
      action === undefined ? "new needs to be told what" : `new does not make ${JSON.stringify(action)}`,
      `it makes: ${known.join(", ")}${didYouMean(action ?? "", known)}`,
      action === undefined ? "argument-missing" : "argument-unknown",
    );
  },
  { isAnywhere: ([action]) => action === "repository" },
);
