import { accountOf } from "@kit/kube";
import { environmentCheck } from "../../define-check.ts";

export const defaultServiceAccount = environmentCheck({
  id: "default-service-account",
  group: "security",
  severity: "info",
  title: "rights for the ServiceAccount default, which every pod of the namespace has that names no other",
  needs: ["objects"],
  run: (environment, report) => {
    const fix = "make a ServiceAccount of its own for what needs rights";
    for (const pod of environment.pods) {
      if (pod.spec.automountServiceAccountToken !== true || accountOf(pod.spec) !== "default") continue;
      const message = "the pods use the token of ServiceAccount default, which others of the namespace have too";
      report(pod.object, { path: [...pod.path, "serviceAccountName"], message, fix });
    }
    for (const binding of [...environment.of("RoleBinding"), ...environment.of("ClusterRoleBinding")]) {
      binding.data.subjects?.forEach(({ kind, name }, index) => {
        if (kind !== "ServiceAccount" || name !== "default") return;
        const message = "it gives rights to ServiceAccount default: every pod of the namespace has them";
        report(binding, { path: ["subjects", index], message, fix });
      });
    }
  },
});
