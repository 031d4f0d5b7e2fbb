import { argumentError, didYouMean } from "@kit/errors";
import { implement } from "../define/implement.ts";
import definition from "../definitions/vendor.ts";
import { addVendored } from "../vendor/add.ts";
import { listVendored, removeVendored, updateVendored } from "../vendor/existing.ts";

export default implement(definition, async ({ root, positionals: [action, name, ...rest], values }) => {
  if (rest.length > 0) throw argumentError(`Unexpected argument '${rest[0]}'`, "see vendor --help", "argument-unknown");
  if (action === "list") return listVendored(root);
  const known = Object.keys(definition.actions ?? {});
  if (action === undefined || !known.includes(action)) {
    throw argumentError(
      action === undefined ? "vendor needs to be told what to do" : `vendor cannot ${JSON.stringify(action)}`,
      `it can: ${known.join(", ")}${didYouMean(action ?? "", known)}`,
      action === undefined ? "argument-missing" : "argument-unknown",
    );
  }
  if (name === undefined) throw argumentError(`vendor ${action} needs a name`, "see vendor --help", "argument-missing");
  if (action === "add") return addVendored(root, name, values);
  return action === "update" ? updateVendored(root, name, values) : removeVendored(root, name, values);
});
