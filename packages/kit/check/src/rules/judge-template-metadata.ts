import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";
import { judgeAnnotations } from "./judge-annotations.ts";
import { judgeLabels } from "./judge-labels.ts";

/** The metadata of a claim that is made from a template. */
export interface TemplateMetadata {
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly annotations?: Readonly<Record<string, string>> | undefined;
}

/** Reports what a claim's template cannot say of the claim. */
export function judgeTemplateMetadata(report: ReportFinding, path: Path, metadata: TemplateMetadata = {}): void {
  for (const field of Object.keys(metadata)) {
    if (field === "labels" || field === "annotations") continue;
    const message = `the claim template's metadata has ${field}, and takes only labels and annotations`;
    report({ path: [...path, field], message, fix: "leave it out" });
  }
  judgeLabels(report, [...path, "labels"], metadata.labels);
  judgeAnnotations(report, [...path, "annotations"], metadata.annotations);
}
