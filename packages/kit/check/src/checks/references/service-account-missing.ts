import { isOfServer } from "@kit/kube";
import { podCheck } from "../../define-check.ts";
import { saidOfMissing } from "../../may-be-made.ts";
import { orNearest } from "../../suggest.ts";

export const serviceAccountMissing = podCheck({
  id: "service-account-missing",
  group: "references",
  severity: "error",
  title: "a pod runs as a ServiceAccount that does not exist",
  needs: ["objects"],
  run: (pod, report, environment) => {
    const field = pod.spec.serviceAccountName === undefined ? "serviceAccount" : "serviceAccountName";
    const name = pod.spec[field];
    const kind = "ServiceAccount";
    if (name === undefined || name === "" || isOfServer(kind, pod.namespace, name)) return;
    if (environment.find("ServiceAccount", pod.namespace, name) !== undefined) return;
    const known = environment
      .of("ServiceAccount")
      .filter(({ namespace }) => namespace === pod.namespace)
      .map((object) => object.name);
    const said = {
      message: `the pods run as the ServiceAccount ${name}, which does not exist in the namespace ${pod.namespace}`,
      fix: orNearest(name, known, "add the ServiceAccount"),
      path: [...pod.path, field],
    };
    report(saidOfMissing(environment, { kind, namespace: pod.namespace }, said));
  },
});
