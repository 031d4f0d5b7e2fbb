import { rollout } from "@kit/kube";
import { defineRisk } from "../../judge/define-risk.ts";
import { isBelow } from "../../judge/fields.ts";
import { templateOf } from "../../judge/pods.ts";

export const workloadSettings = defineRisk({
  id: "workload-settings",
  class: "routine",
  title: "how a workload is looked after changes, and not its pods",
  isOfRest: true,
  run({ op, id, before, after, fields }) {
    const template = templateOf(after);
    if (op !== "changed" || template === undefined || template.length === 0) return [];
    if (!known.has(`${id.group}/${id.kind}`) || rollout(before!, after!)?.pods.type === "refused") return [];
    const paths = fields
      .map(({ path }) => path)
      .filter((path) => isBelow(path, "spec") && !isBelow(path, template.join(".")) && !halting.has(path));
    if (paths.length === 0) return [];
    return [
      { paths, reason: "its controller goes by it, and leaves the pods as they are", consequence: "restarts nothing" },
    ];
  },
});

/** What an operator does on other fields of its own kinds nobody knows. */
const known = new Set(["apps/DaemonSet", "apps/Deployment", "apps/ReplicaSet", "apps/StatefulSet", "batch/CronJob"]);

/** These stop what is to run, or let it go on. */
const halting = new Set(["spec.paused", "spec.suspend"]);
