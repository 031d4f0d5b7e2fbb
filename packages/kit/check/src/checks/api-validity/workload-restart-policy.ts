import { podCheck } from "../../define-check.ts";
import { isKind } from "../../view/index.ts";

export const workloadRestartPolicy = podCheck({
  id: "workload-restart-policy",
  group: "api-validity",
  severity: "error",
  title: "a workload's pods restart as those of its kind cannot, or end after a time",
  run: ({ object, path, spec }, report) => {
    if (isKind(object, "Pod") || isKind(object, "PodTemplate")) return;
    const policy = spec.restartPolicy || "Always";
    const given = `restartPolicy is ${policy}${spec.restartPolicy ? "" : ", the default"}`;
    const place = [...path, "restartPolicy"];
    if (isKind(object, "Job") || isKind(object, "CronJob")) {
      const { podFailurePolicy } =
        (isKind(object, "Job") ? object.data.spec : object.data.spec?.jobTemplate?.spec) ?? {};
      if (policy === "Always") {
        const message = `${given}, and a Job's pods must come to an end`;
        report({ path: place, message, fix: "set it to Never or OnFailure" });
      } else if (policy !== "Never" && podFailurePolicy !== undefined) {
        const message = `${given}, and a Job with a podFailurePolicy takes only Never`;
        report({ path: place, message, fix: "set it to Never" });
      }
      return;
    }
    if (policy !== "Always") {
      const message = `${given}, and a ${object.kind}'s pods take only Always`;
      report({ path: place, message, fix: "set it to Always, or leave it out" });
    }
    if (spec.activeDeadlineSeconds === undefined) return;
    const message = `activeDeadlineSeconds is set, and a ${object.kind}'s pods have no deadline`;
    report({ path: [...path, "activeDeadlineSeconds"], message, fix: "remove it" });
  },
});
