import { objectCheck } from "../../define-check.ts";

export const deploymentPaused = objectCheck({
  id: "deployment-paused",
  group: "reliability",
  severity: "warning",
  title: "a Deployment is paused: its changes reach no pod",
  kinds: ["Deployment"],
  run: ({ data }, report) => {
    if (data.spec?.paused !== true) return;
    const message = "the Deployment is paused: what changes in its template reaches no pod";
    report({ path: ["spec", "paused"], message, fix: "remove paused" });
  },
});
