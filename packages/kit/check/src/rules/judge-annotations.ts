import { qualifiedNameProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import { byteLength } from "../byte-length.ts";
import type { ReportFinding } from "../define-check.ts";
import { judgeText } from "./judge-text.ts";

/** 256 KiB. */
const most = 262_144;

/** Reports the keys of annotations that are against the syntax, in which case counts for nothing, and too many bytes. */
export function judgeAnnotations(
  report: ReportFinding,
  path: Path,
  annotations: Readonly<Record<string, unknown>> | undefined,
): void {
  let size = 0;
  for (const [key, value] of Object.entries(annotations ?? {})) {
    judgeText(report, { path: [...path, key], what: "the annotation", text: key, problem: keyProblem });
    size += byteLength(key) + (typeof value === "string" ? byteLength(value) : 0);
  }
  if (size <= most) return;
  const message = `the annotations have ${size} bytes together, and may have ${most}`;
  report({ path, message, fix: "move large values elsewhere, or apply on the server's side, which needs no copy" });
}

function keyProblem(key: string): string | undefined {
  return qualifiedNameProblem(key.toLowerCase());
}
