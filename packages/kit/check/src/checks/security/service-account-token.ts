import { accountOf } from "@kit/kube";
import { podCheck } from "../../define-check.ts";
import { hasRights } from "../../service-accounts.ts";

export const serviceAccountToken = podCheck({
  id: "service-account-token",
  group: "security",
  severity: { development: "info", production: "warning" },
  title: "a pod has a token for the Kubernetes API, and nothing says that it needs one",
  needs: ["objects"],
  run: (pod, report, environment) => {
    const name = accountOf(pod.spec);
    const account = environment.find("ServiceAccount", pod.namespace, name);
    // What an account of elsewhere says is not known.
    if (account === undefined && name !== "default") return;
    const said = pod.spec.automountServiceAccountToken ?? account?.data.automountServiceAccountToken;
    if (said !== undefined || hasRights(environment, pod.namespace, name)) return;
    const message = `the pods have the token of ServiceAccount ${name}, and nothing says that they need it`;
    const fix = "set automountServiceAccountToken to false, or to true where they ask the Kubernetes API";
    report({ path: [...pod.path, "automountServiceAccountToken"], message, fix });
  },
});
