import type { Path } from "@kit/schema";
import { podCheck, type ReportFinding } from "../../define-check.ts";
import { amountOf, isHugePages, mayOvercommit, type LooseResources } from "../../pods/resources.ts";

export const resourceLimit = podCheck({
  id: "resource-limit",
  group: "api-validity",
  severity: "error",
  title: "a request is more than its limit, or not the limit where it has to be",
  standsFor: ["canonical-quantity"],
  run: ({ containers, spec, path }, report) => {
    for (const { container, path: place } of containers) judge(report, [...place, "resources"], container.resources);
    judge(report, [...path, "resources"], spec.resources);
    judge(report, [...path, "overhead"], spec.overhead === undefined ? undefined : { limits: spec.overhead });
  },
});

interface Resources {
  readonly requests?: object | undefined;
  readonly limits?: object | undefined;
}

function judge(report: ReportFinding, path: Path, resources: Resources | undefined): void {
  const requests = (resources?.requests ?? {}) as LooseResources;
  const limits = (resources?.limits ?? {}) as LooseResources;
  for (const [name, request] of Object.entries(requests)) {
    const limit = limits[name];
    const [asked, most] = [amountOf(request), amountOf(limit)];
    const place = [...path, "requests", name];
    if (limit === undefined) {
      if (mayOvercommit(name)) continue;
      const message = `${name} has a request and no limit, and must have both`;
      report({ path: place, message, fix: `set limits.${name} to the same amount` });
    } else if (asked !== undefined && most !== undefined) {
      const ofLimit = `the request of ${name} is ${request}, and its limit ${limit}`;
      if (asked !== most && !mayOvercommit(name)) {
        report({ path: place, message: `${ofLimit}: they must be equal`, fix: "set both to the same amount" });
      } else if (asked > most) {
        report({ path: place, message: ofLimit, fix: "lower the request, or raise the limit" });
      }
    }
  }
  const names = [...Object.keys(requests), ...Object.keys(limits)];
  if (!names.some(isHugePages) || names.includes("cpu") || names.includes("memory")) return;
  const message = "huge pages are asked for without cpu or memory";
  report({ path, message, fix: "ask for cpu or memory too" });
}
