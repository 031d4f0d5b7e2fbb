import { describe, expect, test } from "vitest";
import { canonicalQuantity } from "../../../src/checks/gitops/canonical-quantity.ts";
import { judge } from "../../judge.ts";

const pod = (requests: string, limits = "{}"): string => `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers: [{ name: web, resources: { requests: ${requests}, limits: ${limits} } }]
  volumes: [{ name: tmp, emptyDir: { sizeLimit: 0.5Gi } }]
`;
const says = (name: string, is: string, kept: string): string =>
  `${name} is ${is}, and the cluster gives back "${kept}": what compares the two may see a difference`;

describe("canonical-quantity", () => {
  test("passes amounts as the cluster keeps them, what is invalid, and texts that look like one", () => {
    const manifests = `apiVersion: v1
kind: Pod
metadata: { name: web, annotations: { size: 1000m } }
spec:
  containers:
    - name: web
      args: [1000m]
      resources: { requests: { cpu: 250m, memory: 256Mi }, limits: { cpu: "1", memory: 1Gi, example.com/gpu: much } }
---
apiVersion: example.com/v1
kind: Widget
metadata: { name: web }
spec: { cpu: 1000m, duration: 8760h }
`;
    expect(judge(canonicalQuantity, manifests)).toEqual([]);
  });

  test("notes the others, at their places", () => {
    const at = "info Pod default/web spec.containers[0].resources";
    expect(
      judge(canonicalQuantity, pod('{ cpu: "0.1", memory: 3072Mi }', "{ cpu: 1000m, memory: 1073741824 }")),
    ).toEqual([
      `${at}.limits.cpu: ${says("cpu", "1000m", "1")}; write 1`,
      `${at}.limits.memory: ${says("memory", "the number 1073741824", "1073741824")}; write "1073741824"`,
      `${at}.requests.cpu: ${says("cpu", "0.1", "100m")}; write 100m`,
      `${at}.requests.memory: ${says("memory", "3072Mi", "3Gi")}; write 3Gi`,
      `info Pod default/web spec.volumes[0].emptyDir.sizeLimit: ${says("sizeLimit", "0.5Gi", "512Mi")}; write 512Mi`,
    ]);
  });

  test("notes amounts of a ResourceQuota and of a claim", () => {
    const manifests = `apiVersion: v1
kind: ResourceQuota
metadata: { name: all }
spec: { hard: { pods: "1000" } }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec: { resources: { requests: { storage: 2048Gi } } }
`;
    expect(judge(canonicalQuantity, manifests)).toEqual([
      `info ResourceQuota default/all spec.hard.pods: ${says("pods", "1000", "1k")}; write 1k`,
      `info PersistentVolumeClaim default/data spec.resources.requests.storage: ${says("storage", "2048Gi", "2Ti")}; write 2Ti`,
    ]);
  });

  test("notes the durations of a Certificate", () => {
    const manifests = `apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: web, namespace: shop }
spec: { duration: 2160h, renewBefore: 360h0m0s }
`;
    expect(judge(canonicalQuantity, manifests)).toEqual([
      `info Certificate shop/web spec.duration: ${says("duration", "2160h", "2160h0m0s")}; write 2160h0m0s`,
    ]);
  });
});
