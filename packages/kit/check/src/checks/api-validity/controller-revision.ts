import { isMap } from "@kit/kube";
import { objectCheck } from "../../define-check.ts";
import { judgeNumber } from "../../rules/judge-number.ts";

export const controllerRevision = objectCheck({
  id: "controller-revision",
  group: "api-validity",
  severity: "error",
  title: "a ControllerRevision has no data, or a number below zero",
  kinds: ["ControllerRevision"],
  run: ({ data: { data, revision: value } }, report) => {
    judgeNumber(report, { path: ["revision"], what: "the revision", value, from: 0 });
    if (isMap(data)) return;
    const message = data === undefined ? "the data are missing" : "the data are not an object";
    report({ path: ["data"], message, fix: "write an object" });
  },
});
