import { check } from "./check.ts";
import { apiValidity } from "./checks/api-validity/index.ts";
import type { Finding } from "./finding.ts";
import { noEnvironment } from "./no-environment.ts";
import { readManifests } from "./read-manifests.ts";

/**
 * What the API server would refuse of the manifests in a text, judged offline: the verdict meant is that of a
 * server-side apply with strict field validation into a cluster that has the pinned definitions.
 *
 * @param text YAML or JSON, of one or more documents. What is not YAML is a finding too.
 */
export function apiVerdict(text: string): Finding[] {
  const { objects, problems } = readManifests(text, "stdin");
  const found = check([{ ...noEnvironment, objects }], { today: "1970-01-01", checks: apiValidity });
  return [...problems, ...found.map((finding) => ({ ...finding, severity: "error" as const }))];
}
