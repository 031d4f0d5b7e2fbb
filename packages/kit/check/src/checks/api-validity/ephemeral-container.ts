import { podCheck } from "../../define-check.ts";

export const ephemeralContainer = podCheck({
  id: "ephemeral-container",
  group: "api-validity",
  severity: "error",
  title: "a pod is to begin with ephemeral containers",
  run: ({ spec: { ephemeralContainers = [] }, path }, report) => {
    if (ephemeralContainers.length === 0) return;
    const message = "ephemeral containers come only into pods that run";
    report({ path: [...path, "ephemeralContainers"], message, fix: "leave them out, and use kubectl debug" });
  },
});
