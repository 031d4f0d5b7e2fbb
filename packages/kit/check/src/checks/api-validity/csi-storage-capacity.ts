import { dnsSubdomainProblem } from "@kit/kube/names";
import { objectCheck } from "../../define-check.ts";
import { amountOf } from "../../pods/resources.ts";
import { judgeLabelSelector } from "../../rules/judge-labels.ts";
import { judgeText } from "../../rules/judge-text.ts";

export const csiStorageCapacity = objectCheck({
  id: "csi-storage-capacity",
  group: "api-validity",
  severity: "error",
  title: "a CSIStorageCapacity has an invalid class, topology or amount",
  standsFor: ["canonical-quantity"],
  kinds: ["CSIStorageCapacity"],
  run: ({ data: { storageClassName: text, nodeTopology, capacity } }, report) => {
    judgeText(report, { path: ["storageClassName"], what: "storageClassName", text, problem: dnsSubdomainProblem });
    judgeLabelSelector(report, ["nodeTopology"], nodeTopology);
    if ((amountOf(capacity) ?? 0n) >= 0n) return;
    const message = `the capacity is ${capacity}, and must be 0 or more`;
    report({ path: ["capacity"], message, fix: "write how much there is" });
  },
});
