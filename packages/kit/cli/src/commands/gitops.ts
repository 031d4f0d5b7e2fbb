import { exitCodes } from "@kit/errors";
import { explain, explainJson } from "@kit/gitops";
import { print, defineCommand } from "../command.ts";
import { repositoryPlan } from "@kit/repository";
import { help } from "../help/gitops.ts";

export default defineCommand({
  help,
  options: { json: { type: "boolean" } },
  async run({ root, values }) {
    const plan = await repositoryPlan(root);
    print(values.json === true ? explainJson(plan) : explain(plan));
    return exitCodes.ok;
  },
});
