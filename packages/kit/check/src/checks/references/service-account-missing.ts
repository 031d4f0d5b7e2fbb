import { podCheck } from "../../define-check.ts";
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
    // The control plane makes `default` in every namespace.
    if (name === undefined || name === "" || name === "default") return;
    if (environment.find("ServiceAccount", pod.namespace, name) !== undefined) return;
    const known = environment
      .of("ServiceAccount")
      .filter(({ namespace }) => namespace === pod.namespace)
      .map((object) => object.name);
    report({
      message: `the pods run as the ServiceAccount ${name}, which does not exist in the namespace ${pod.namespace}`,
      fix: orNearest(name, known, "add the ServiceAccount"),
      path: [...pod.path, field],
    });
  },
});
