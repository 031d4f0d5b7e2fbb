import type { Path } from "@kit/schema";
import { podCheck, type ReportFinding } from "../../define-check.ts";
import { judgeNumber } from "../../rules/judge-number.ts";

export const userId = podCheck({
  id: "user-id",
  group: "api-validity",
  severity: "error",
  title: "a user's or group's number is out of its bounds",
  standsFor: ["high-uid", "run-as-user"],
  run: ({ spec, path, containers }, report) => {
    const place = [...path, "securityContext"];
    judgeIds(report, place, spec.securityContext, ["runAsUser", "runAsGroup", "fsGroup"]);
    spec.securityContext?.supplementalGroups?.forEach((value, index) => {
      const what = "the group";
      judgeNumber(report, { path: [...place, "supplementalGroups", index], what, value, from: 0, to: most });
    });
    for (const { container, path: of } of containers) {
      judgeIds(report, [...of, "securityContext"], container.securityContext, ["runAsUser", "runAsGroup"]);
    }
  },
});

const most = 2 ** 31 - 1;

function judgeIds(report: ReportFinding, path: Path, context: object | undefined, fields: readonly string[]): void {
  const values = (context ?? {}) as Readonly<Record<string, number | undefined>>;
  for (const field of fields) {
    judgeNumber(report, { path: [...path, field], what: field, value: values[field], from: 0, to: most });
  }
}
