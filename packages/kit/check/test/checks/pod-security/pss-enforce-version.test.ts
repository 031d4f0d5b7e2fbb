import { kubernetesMinor } from "@kit/schema";
import { expect, test } from "vitest";
import { pssEnforceVersion } from "../../../src/checks/pod-security/pss-enforce-version.ts";
import { judge } from "../../judge.ts";

const found = (labels: Record<string, string>): string[] => {
  const prefixed = Object.entries(labels).map(([key, value]) => [`pod-security.kubernetes.io/${key}`, value]);
  const metadata = { name: "shop", labels: Object.fromEntries(prefixed) as unknown };
  return judge(pssEnforceVersion, JSON.stringify({ apiVersion: "v1", kind: "Namespace", metadata }));
};

test("the rules of now, or none", () => {
  expect(found({})).toEqual([]);
  expect(found({ enforce: "restricted" })).toEqual([]);
  expect(found({ enforce: "restricted", "enforce-version": "latest" })).toEqual([]);
  expect(found({ enforce: "baseline", "enforce-version": `v${kubernetesMinor}` })).toEqual([]);
  // The last that changed a rule.
  expect(found({ enforce: "baseline", "enforce-version": "v1.35" })).toEqual([]);
  expect(found({ enforce: "privileged", "enforce-version": "v1.20" })).toEqual([]);
  expect(found({ "enforce-version": "v1.20" })).toEqual([]);
});

test("older rules", () => {
  expect(found({ enforce: "restricted", "enforce-version": "v1.34" })).toEqual([
    `info Namespace shop metadata.labels["pod-security.kubernetes.io/enforce-version"]: the namespace enforces the standards of v1.34, and the checks judge by those of v${kubernetesMinor}; set pod-security.kubernetes.io/enforce-version to latest or v${kubernetesMinor}, or leave it out`,
  ]);
});
