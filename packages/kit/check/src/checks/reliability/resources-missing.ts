import { containerCheck } from "../../define-check.ts";
import { describeContainer } from "../../describe-container.ts";
import { hasResource } from "../../missing-resource.ts";
import { keepsRunning } from "../../pods/handlers.ts";

export const resourcesMissing = containerCheck({
  id: "resources-missing",
  group: "reliability",
  severity: { development: "info", production: "warning" },
  title: "a container says nothing of the CPU and the memory that it needs",
  needs: ["objects"],
  standsFor: ["cpu-limit", "cpu-request", "memory-limit", "memory-request", "requests-below-limits"],
  run: (container, report, environment) => {
    // A limit of something is its request, too.
    if (!keepsRunning(container)) return;
    if (["cpu", "memory"].some((resource) => hasResource(container, environment, "requests", resource))) return;
    const message = `${describeContainer(container)} has no resources: no request and no limit of CPU and memory`;
    const fix = "set requests.cpu, requests.memory and limits.memory";
    report({ path: [...container.path, "resources"], message, fix });
  },
});
