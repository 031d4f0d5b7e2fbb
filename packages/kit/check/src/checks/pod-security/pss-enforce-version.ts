import { kubernetesMinor } from "@kit/schema";
import { objectCheck } from "../../define-check.ts";
import { enforcedLevel, enforcedVersion, enforceVersionLabel } from "../../pod-security.ts";

/** The last minor version that changed a rule of the standards. By hand, from the standards' own page. */
const lastChanged = 35;

export const pssEnforceVersion = objectCheck({
  id: "pss-enforce-version",
  group: "pod-security",
  severity: "info",
  title: "a Namespace enforces the Pod Security Standards of an older version than the checks judge by",
  kinds: ["Namespace"],
  run: (namespace, report) => {
    if (enforcedLevel(namespace) === undefined || enforcedVersion(namespace) >= lastChanged) return;
    const version = namespace.labels[enforceVersionLabel];
    const message = `the namespace enforces the standards of ${version}, and the checks judge by those of v${kubernetesMinor}`;
    const fix = `set ${enforceVersionLabel} to latest or v${kubernetesMinor}, or leave it out`;
    report({ path: ["metadata", "labels", enforceVersionLabel], message, fix });
  },
});
