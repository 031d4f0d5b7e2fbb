import { podCheck } from "../../define-check.ts";

export const podAnnotation = podCheck({
  id: "pod-annotation",
  group: "api-validity",
  severity: "error",
  title: "an annotation that Kubernetes reads says nothing that it understands",
  run: ({ annotations, metadataPath, spec: { nodeName = "" } }, report) => {
    const path = [...metadataPath, "annotations"];
    const cost = annotations[deletionCost];
    if (cost !== undefined && !isInt32(cost)) {
      const message = `the cost ${JSON.stringify(cost)} is not a whole number of 32 bits`;
      report({ path: [...path, deletionCost], message, fix: "write a whole number" });
    }
    if (annotations[mirror] === undefined || nodeName !== "") return;
    const message = "the pod says that it mirrors one of a node, and names no node";
    report({ path: [...path, mirror], message, fix: "take the annotation out: only the kubelet writes it" });
  },
});

const deletionCost = "controller.kubernetes.io/pod-deletion-cost";
const mirror = "kubernetes.io/config.mirror";

/** Without a plus sign and without leading zeros, which the minus sign lets in. */
function isInt32(text: string): boolean {
  return /^(?:0|[1-9]\d*|-\d+)$/.test(text) && Number(text) >= -(2 ** 31) && Number(text) < 2 ** 31;
}
