import { accountOf } from "@kit/kube";
import { pathBelow } from "../../diff/change.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import { podPath, podSpecOf, templateOf } from "../../judge/pods.ts";
import { changesAt } from "../../judge/fields.ts";

export const serviceAccount = defineRisk({
  id: "service-account",
  class: "caution",
  title: "pods run as another service account",
  run(change) {
    const { op, before, after } = change;
    if (op !== "changed" || templateOf(before) === undefined || templateOf(after) === undefined) return [];
    const [own, other] = [before, after].map((side) => accountOf(podSpecOf(side))) as [string, string];
    const paths = ["serviceAccountName", "serviceAccount"].map((field) => pathBelow(podPath(after), field));
    const isKept = paths.every((path) => changesAt(change, path).length === 0);
    if (own === other || isKept) return [];
    return [
      { paths, reason: `the service account was ${own}, and is ${other}: pods may do in the cluster what it may` },
    ];
  },
});
