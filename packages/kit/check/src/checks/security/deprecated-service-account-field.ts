import { podCheck } from "../../define-check.ts";

export const deprecatedServiceAccountField = podCheck({
  id: "deprecated-service-account-field",
  group: "security",
  severity: "warning",
  title: "a pod names its ServiceAccount by the deprecated field",
  run: (pod, report) => {
    const { serviceAccount: name = "", serviceAccountName } = pod.spec;
    // The API server writes both, so that whoever copies from a cluster has both.
    if (name === "" || name === serviceAccountName) return;
    const message = `serviceAccount is deprecated; it names ${name}`;
    report({ path: [...pod.path, "serviceAccount"], message, fix: "write serviceAccountName instead" });
  },
});
