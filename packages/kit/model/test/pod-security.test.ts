import { expect, test } from "vitest";
import { restrictedNamespace, restrictedPod } from "../src/index.ts";

test("adds what a pod should have, and nothing else", () => {
  const pod = { initContainers: [{ name: "migrate", image: "a" }], containers: [{ name: "web", image: "b" }] };
  const container = { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } };
  expect(restrictedPod(pod)).toEqual({
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    initContainers: [{ name: "migrate", image: "a", securityContext: container }],
    containers: [{ name: "web", image: "b", securityContext: container }],
    securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
  });
});

test("leaves what is there as it is", () => {
  const capabilities = { drop: ["ALL"], add: ["NET_BIND_SERVICE"] };
  const pod = {
    automountServiceAccountToken: true,
    enableServiceLinks: true,
    containers: [{ name: "web", image: "b", securityContext: { readOnlyRootFilesystem: true, capabilities } }],
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 1001,
      seccompProfile: { type: "Localhost", localhostProfile: "a" },
    },
  } as const;
  const restricted = restrictedPod(structuredClone(pod) as unknown as Parameters<typeof restrictedPod>[0]);
  expect(restricted).toEqual({
    automountServiceAccountToken: true,
    enableServiceLinks: true,
    containers: [
      {
        name: "web",
        image: "b",
        securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities },
      },
    ],
    securityContext: pod.securityContext,
  });
});

test("a namespace that enforces it, and that neither Argo CD nor Flux removes", () => {
  expect(restrictedNamespace("todo", { team: "a" }).toJSON()).toEqual({
    apiVersion: "v1",
    kind: "Namespace",
    metadata: {
      name: "todo",
      labels: { team: "a", "pod-security.kubernetes.io/enforce": "restricted" },
      annotations: {
        "argocd.argoproj.io/sync-options": "Prune=false,Delete=false",
        "kustomize.toolkit.fluxcd.io/prune": "disabled",
      },
    },
  });
});
