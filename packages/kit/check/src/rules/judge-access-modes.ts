import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";

const known = new Set(["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"]);

/** Reports access modes of a volume or a claim that are missing or do not go together. */
export function judgeAccessModes(report: ReportFinding, path: Path, modes: readonly string[] = []): void {
  if (modes.length === 0) {
    report({ path, message: "the access modes are missing", fix: "write one, such as ReadWriteOnce" });
  }
  const odd = modes.findIndex((mode) => !known.has(mode));
  if (odd !== -1) {
    const message = `the access mode ${JSON.stringify(modes[odd])} is not one of ${[...known].join(", ")}`;
    report({ path: [...path, odd], message, fix: "correct it" });
  }
  const pod = "ReadWriteOncePod";
  if (!modes.includes(pod) || modes.every((mode) => mode === pod)) return;
  report({ path, message: `${pod} is there with other access modes`, fix: "remove it, or the others" });
}
