import { objectCheck } from "../../define-check.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { isKind, type View } from "../../view/index.ts";

export const workloadBounds = objectCheck({
  id: "workload-bounds",
  group: "api-validity",
  severity: "error",
  title: "a workload's number is out of bounds",
  standsFor: ["replicas-minimum"],
  kinds: ["DaemonSet", "Deployment", "ReplicaSet", "ReplicationController", "StatefulSet"],
  run: (object, report) => {
    const spec = (object.data as View<"Deployment">["data"]).spec ?? {};
    for (const field of fields) {
      // The API server does not look at a StatefulSet's.
      if (field === "revisionHistoryLimit" && isKind(object, "StatefulSet")) continue;
      judgeNumber(report, { path: ["spec", field], what: field, value: spec[field], from: 0 });
    }
    if (isKind(object, "StatefulSet")) {
      const value = object.data.spec?.ordinals?.start;
      judgeNumber(report, { path: ["spec", "ordinals", "start"], what: "ordinals.start", value, from: 0 });
    }
    if (!isKind(object, "Deployment")) return;
    const { progressDeadlineSeconds: deadline = 600, minReadySeconds = 0 } = spec;
    if (deadline > minReadySeconds) return;
    const message = `progressDeadlineSeconds is ${deadline}, which is not more than minReadySeconds, ${minReadySeconds}`;
    report({ path: ["spec", "progressDeadlineSeconds"], message, fix: "raise it above minReadySeconds" });
  },
});

const fields = ["replicas", "minReadySeconds", "revisionHistoryLimit", "progressDeadlineSeconds"] as const;
