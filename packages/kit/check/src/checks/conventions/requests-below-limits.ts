import { quantityOf } from "@kit/kube";
import { containerCheck } from "../../define-check.ts";
import { describeContainer } from "../../describe-container.ts";

export const requestsBelowLimits = containerCheck({
  id: "requests-below-limits",
  group: "conventions",
  severity: "off",
  title: "a container's request is not below its limit, or one of the two is missing",
  standsFor: ["cpu-limit", "cpu-request", "memory-limit", "memory-request", "resources-missing"],
  run: (container, report) => {
    // An ephemeral container has no resources of its own.
    if (container.role === "ephemeral") return;
    const { requests = {}, limits = {} } = container.container.resources ?? {};
    const path = [...container.path, "resources"];
    const known = { ...requests, ...limits };
    if (known["cpu"] === undefined && known["memory"] === undefined) {
      const message = `the ${describeContainer(container)} has no CPU and no memory request, and no limit`;
      report({ message, fix: "set a CPU and a memory request, and a limit above each", path });
      return;
    }
    for (const resource of ["cpu", "memory"] as const) {
      const request = requests[resource];
      const limit = limits[resource];
      const missing = [...(request === undefined ? ["request"] : []), ...(limit === undefined ? ["limit"] : [])];
      if (missing.length > 0) {
        const message = `the ${describeContainer(container)} has no ${resource} ${missing.join(" and no ")}`;
        report({ message, fix: `set a ${resource} request, and a limit above it`, path });
      } else if (isSame(request, limit)) {
        const message = `the ${resource} request ${request} of the ${describeContainer(container)} is not below its limit ${limit}`;
        report({ message, fix: "lower the request or raise the limit", path: [...path, "requests", resource] });
      }
    }
  },
});

/** That a request is above its limit is the API's to refuse. */
function isSame(request: string | number | undefined, limit: string | number | undefined): boolean {
  const [one, other] = [quantityOf(request), quantityOf(limit)];
  return one !== undefined && one === other;
}
