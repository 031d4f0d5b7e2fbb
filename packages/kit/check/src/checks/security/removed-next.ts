import { checkStructure, findKind, isBuiltInGroup, isSameKind, nextMinor, servedVersions } from "@kit/schema";
import { groupOf } from "@kit/kube";
import { anyObjectCheck } from "../../define-check.ts";
import { hasPlace } from "../../minor-versions.ts";

export const removedNext = anyObjectCheck({
  id: "removed-next",
  group: "security",
  severity: "warning",
  title: "a kind or a field that the next version of the cluster's Kubernetes does not have",
  run: ({ apiVersion, kind, raw, minor, schema }, report) => {
    const next = minor === undefined ? undefined : nextMinor(minor);
    if (
      minor === undefined ||
      next === undefined ||
      schema === undefined ||
      !isBuiltInGroup(groupOf(apiVersion), minor)
    )
      return;
    if (isSameKind(apiVersion, kind, minor, next)) return;
    const after = findKind(apiVersion, kind, next);
    if (after === undefined) {
      const others = servedVersions(groupOf(apiVersion), kind, next);
      report({
        path: ["apiVersion"],
        message: `Kubernetes ${next} does not serve ${kind} in ${apiVersion} any more`,
        fix: others.length > 0 ? `write ${others.join(" or ")}` : "do without it before the cluster is raised",
      });
      return;
    }
    for (const { code, path } of checkStructure(after, raw).problems) {
      if (code !== "unknown-field" || !hasPlace({ apiVersion, kind, minor }, path)) continue;
      report({
        path,
        message: `Kubernetes ${next} does not have the field ${String(path.at(-1))} any more`,
        fix: "do without it before the cluster is raised",
      });
    }
  },
});
