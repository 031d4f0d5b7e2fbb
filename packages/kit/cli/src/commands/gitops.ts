import { exitCodes } from "@kit/errors";
import { explainSync, explainSyncJson } from "@kit/gitops";
import { print } from "@kit/terminal";
import { implement } from "../define/implement.ts";
import { repositoryPlan } from "@kit/repository";
import definition from "../definitions/gitops.ts";

export default implement(definition, async ({ root, format }) => {
  const plan = await repositoryPlan(root);
  print(format === "json" ? explainSyncJson(plan) : explainSync(plan));
  return exitCodes.ok;
});
