import { anyObjectCheck } from "../../define-check.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { isKind, type KindName } from "../../view/index.ts";

export const serverMetadata = anyObjectCheck({
  id: "server-metadata",
  group: "api-validity",
  severity: "error",
  title: "an object has metadata that only the API server may write",
  run: (object, report) => {
    const { uid = "", managedFields, generation } = (object.data.metadata ?? {}) as ServerMetadata;
    if (uid !== "") {
      const message = `uid is ${JSON.stringify(uid)}, and no other object than that one may then have this name`;
      report({ path: ["metadata", "uid"], message, fix: "remove it" });
    }
    if (managedFields !== undefined) {
      const message = "managedFields is set, and an apply must leave it out";
      report({ path: ["metadata", "managedFields"], message, fix: "remove it" });
    }
    if (!uncounted.some((kind) => isKind(object, kind))) return;
    judgeNumber(report, { path: ["metadata", "generation"], what: "generation", value: generation, from: 0 });
  },
});

/** Of all other kinds the API server counts the generations itself, whatever is written. */
const uncounted = [
  "ClusterRole",
  "ClusterRoleBinding",
  "ConfigMap",
  "HorizontalPodAutoscaler",
  "LimitRange",
  "PersistentVolume",
  "PersistentVolumeClaim",
  "ResourceQuota",
  "Role",
  "RoleBinding",
  "Secret",
  "Service",
  "ServiceAccount",
  "StorageClass",
] as const satisfies readonly KindName[];

interface ServerMetadata {
  readonly uid?: string;
  readonly managedFields?: unknown;
  readonly generation?: number;
}
