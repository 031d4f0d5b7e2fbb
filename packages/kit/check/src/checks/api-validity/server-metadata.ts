import { anyObjectCheck } from "../../define-check.ts";
import { judgeNumber } from "../../rules/judge-number.ts";

export const serverMetadata = anyObjectCheck({
  id: "server-metadata",
  group: "api-validity",
  severity: "error",
  title: "an object has metadata that only the API server may write",
  run: ({ data }, report) => {
    const { uid = "", managedFields, generation } = (data.metadata ?? {}) as ServerMetadata;
    if (uid !== "") {
      const message = `uid is ${JSON.stringify(uid)}, and no other object than that one may then have this name`;
      report({ path: ["metadata", "uid"], message, fix: "remove it" });
    }
    if (managedFields !== undefined) {
      const message = "managedFields is set, and an apply must leave it out";
      report({ path: ["metadata", "managedFields"], message, fix: "remove it" });
    }
    judgeNumber(report, { path: ["metadata", "generation"], what: "generation", value: generation, from: 0 });
  },
});

interface ServerMetadata {
  readonly uid?: string;
  readonly managedFields?: unknown;
  readonly generation?: number;
}
