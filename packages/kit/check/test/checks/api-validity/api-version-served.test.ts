import { kubernetesVersion } from "@kit/schema";
import { expect, test } from "vitest";
import { apiVersionServed } from "../../../src/checks/api-validity/api-version-served.ts";
import { judge } from "../../judge.ts";

const manifest = (apiVersion: string, kind: string) =>
  `{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: x } }`;

test.for([
  ["apps/v1", "Deployment"],
  ["autoscaling/v1", "HorizontalPodAutoscaler"],
  ["external-secrets.io/v1", "ExternalSecret"],
  ["monitoring.coreos.com/v1", "ServiceMonitor"],
  ["gateway.networking.k8s.io/v1", "HTTPRoute"],
] as const)("takes %s %s", ([apiVersion, kind]) => {
  expect(judge(apiVersionServed, manifest(apiVersion, kind))).toEqual([]);
});

test.for([
  [
    "extensions/v1beta1",
    "Ingress",
    "extensions/v1beta1 of Ingress is not served since Kubernetes 1.22; write networking.k8s.io/v1, and move the fields as the deprecation guide says",
  ],
  [
    "policy/v1beta1",
    "PodDisruptionBudget",
    "policy/v1beta1 of PodDisruptionBudget is not served since Kubernetes 1.25; write policy/v1, and move the fields as the deprecation guide says",
  ],
  [
    "policy/v1beta1",
    "PodSecurityPolicy",
    "policy/v1beta1 of PodSecurityPolicy is not served since Kubernetes 1.25; use Pod Security admission, which has taken its place",
  ],
  ["apps/v2", "Deployment", `Kubernetes ${kubernetesVersion} does not serve Deployment in apps/v2; write apps/v1`],
  ["v1", "Deployment", `Kubernetes ${kubernetesVersion} does not serve Deployment in v1; correct apiVersion or kind`],
  [
    "app/v1",
    "Deployment",
    `Kubernetes ${kubernetesVersion} does not serve Deployment in app/v1; correct apiVersion or kind`,
  ],
  [
    "external-secrets.io/v1beta1",
    "ExternalSecret",
    "the definition of the kind does not serve ExternalSecret in external-secrets.io/v1beta1; write external-secrets.io/v1",
  ],
] as const)("finds %s %s", ([apiVersion, kind, finding]) => {
  // The cluster may have another version of a definition that is only pinned.
  const severity = kind === "ExternalSecret" ? "warning" : "error";
  expect(judge(apiVersionServed, manifest(apiVersion, kind))).toEqual([
    expect.stringMatching(new RegExp(`^${severity} ${kind} \\S+ apiVersion: `)),
  ]);
  expect(judge(apiVersionServed, manifest(apiVersion, kind))[0]).toContain(`apiVersion: ${finding}`);
});
