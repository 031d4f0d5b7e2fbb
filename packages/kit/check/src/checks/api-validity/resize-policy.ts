import { containerCheck } from "../../define-check.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { judgeText } from "../../rules/judge-text.ts";

export const resizePolicy = containerCheck({
  id: "resize-policy",
  group: "api-validity",
  severity: "error",
  title: "a resize policy is for no resource that can be resized, or is twice, or restarts what is not restarted",
  run: ({ pod, role, container, path }, report) => {
    const taken = new Set<string>();
    const neverAgain = pod.spec.restartPolicy === "Never";
    const runsOnce = role === "init" && container.restartPolicy !== "Always";
    container.resizePolicy?.forEach(({ resourceName: resource, restartPolicy: policy }, index) => {
      const place = [...path, "resizePolicy", index];
      judgeText(report, { path: [...place, "resourceName"], what: "the resource", text: resource });
      judgeOneOf(report, { path: [...place, "resourceName"], what: "the resource", word: resource, words: resources });
      judgeText(report, { path: [...place, "restartPolicy"], what: "restartPolicy", text: policy });
      judgeOneOf(report, { path: [...place, "restartPolicy"], what: "restartPolicy", word: policy, words: policies });
      if (resource !== undefined && taken.has(resource)) {
        report({ path: place, message: `${resource} has two resize policies`, fix: "keep one of them" });
      }
      if (resource !== undefined) taken.add(resource);
      if (policy !== "RestartContainer" || (!neverAgain && !runsOnce)) return;
      const who = neverAgain ? "a pod with restartPolicy Never" : "an init container that runs once";
      const message = `${who} is to restart when ${resource} is resized`;
      report({ path: [...place, "restartPolicy"], message, fix: "write NotRequired" });
    });
  },
});

const resources = ["cpu", "memory"];
const policies = ["NotRequired", "RestartContainer"];
