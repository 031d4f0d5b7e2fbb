import { argumentError, didYouMean } from "@kit/errors";
import { addDefinitions } from "../crds/add.ts";
import { listDefinitions } from "../crds/list.ts";
import { outdatedDefinitions } from "../crds/outdated.ts";
import { removeDefinitions } from "../crds/remove.ts";
import { implement } from "../define/implement.ts";
import definition from "../definitions/crds.ts";

export default implement(definition, async ({ root, positionals: [action, ...rest], values }) => {
  const isDry = values["dry-run"] === true;
  if (action !== undefined && action !== "list" && rest.length === 0 && Object.hasOwn(definition.actions!, action)) {
    const what = action === "remove" ? "of which kind" : "which files";
    throw argumentError(`crds ${action} needs to be told ${what}`, `see crds --help`, "argument-missing");
  }
  if (action === "add") return addDefinitions(root, rest, isDry);
  if (action === "remove") return removeDefinitions(root, rest, isDry);
  if (action === "list") return listDefinitions(root);
  if (action === "outdated") return outdatedDefinitions(root, rest);
  const known = Object.keys(definition.actions ?? {});
  throw argumentError(
    action === undefined ? "crds needs to be told what to do" : `crds cannot ${JSON.stringify(action)}`,
    `it can: ${known.join(", ")}${didYouMean(action ?? "", known)}`,
    action === undefined ? "argument-missing" : "argument-unknown",
  );
});
