import { check } from "./check.ts";
import { apiValidity } from "./checks/api-validity/index.ts";
import type { Finding } from "./finding.ts";
import { noEnvironment } from "./no-environment.ts";
import { readManifests } from "./read-manifests.ts";

/**
 * What the API server would refuse of the manifests in a text, judged offline: the verdict meant is that of a
 * server-side apply with strict field validation.
 *
 * @param text YAML or JSON, of one or more documents. What is not YAML is a finding too.
 */
export function apiVerdict(text: string): Finding[] {
  const { objects, problems } = readManifests(text, "stdin");
  return [...problems, ...check([{ ...noEnvironment, objects }], { today: "1970-01-01", checks: apiValidity })];
}
