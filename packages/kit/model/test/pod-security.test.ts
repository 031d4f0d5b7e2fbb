import { expect, test } from "vitest";
import { restrictedNamespace, restrictedPod } from "../src/index.ts";

test("adds what the standard asks for, and nothing else", () => {
  const pod = { initContainers: [{ name: "migrate", image: "a" }], containers: [{ name: "web", image: "b" }] };
  const container = { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } };
  expect(restrictedPod(pod)).toEqual({
    initContainers: [{ name: "migrate", image: "a", securityContext: container }],
    containers: [{ name: "web", image: "b", securityContext: container }],
    securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
  });
});

test("leaves what is there as it is", () => {
  const capabilities = { drop: ["ALL"], add: ["NET_BIND_SERVICE"] };
  const pod = {
    containers: [{ name: "web", image: "b", securityContext: { readOnlyRootFilesystem: true, capabilities } }],
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 1001,
      seccompProfile: { type: "Localhost", localhostProfile: "a" },
    },
  } as const;
  const hardened = restrictedPod(structuredClone(pod) as unknown as Parameters<typeof restrictedPod>[0]);
  expect(hardened).toEqual({
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

test("a namespace that enforces it", () => {
  expect(restrictedNamespace("todo", { team: "a" }).toJSON()).toEqual({
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name: "todo", labels: { team: "a", "pod-security.kubernetes.io/enforce": "restricted" } },
  });
});
