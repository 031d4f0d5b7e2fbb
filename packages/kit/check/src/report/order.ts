import type { Severity } from "../finding.ts";

/** What is worst comes first. */
export const severities: readonly Severity[] = ["error", "warning", "info"];

/** Compares by severity: errors first. */
export function bySeverity(one: { readonly severity: Severity }, other: { readonly severity: Severity }): number {
  return severities.indexOf(one.severity) - severities.indexOf(other.severity);
}

/** The worst severity among findings, of which there is at least one. */
export function worstOf(findings: readonly { readonly severity: Severity }[]): Severity {
  return findings.toSorted(bySeverity)[0]!.severity;
}
