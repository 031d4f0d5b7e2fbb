import { podCheck } from "../../define-check.ts";

export const containerMissing = podCheck({
  id: "container-missing",
  group: "api-validity",
  severity: "error",
  title: "a pod has no container",
  run: ({ spec: { containers = [] }, path }, report) => {
    if (containers.length > 0) return;
    report({
      path: [...path, "containers"],
      message: "the pod has no container",
      fix: "write at least one container",
    });
  },
});
