import { expect, test } from "vitest";
import { deprecatedField } from "../../../src/checks/security/deprecated-field.ts";
import { judge } from "../../judge.ts";
import { documents, object, workload } from "../../manifests.ts";

test("nothing to find", () => {
  expect(
    judge(
      deprecatedField,
      documents(
        workload({ pod: { nodeSelector: { "kubernetes.io/os": "linux" }, volumes: [{ name: "data", emptyDir: {} }] } }),
      ),
    ),
  ).toEqual([]);
  expect(
    judge(
      deprecatedField,
      documents(object("v1", "ConfigMap", "web", {}), {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "web", annotations: { "kubernetes.io/ingress.class": "nginx" } },
      }),
    ),
  ).toEqual([]);
});

test("labels and volumes", () => {
  expect(
    judge(
      deprecatedField,
      documents(
        workload({
          pod: {
            nodeSelector: { "beta.kubernetes.io/os": "linux" },
            volumes: [{ name: "data", gitRepo: { repository: "web" } }],
          },
        }),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.nodeSelector["beta.kubernetes.io/os"]: the node label beta.kubernetes.io/os is deprecated; write kubernetes.io/os",
      "warning Deployment shop/web spec.template.spec.volumes[0].gitRepo: volumes of the type gitRepo are deprecated and do not work; use a CSI driver",
    ]
  `);
});

test("annotations", () => {
  expect(
    judge(
      deprecatedField,
      documents(
        {
          apiVersion: "networking.k8s.io/v1",
          kind: "Ingress",
          metadata: { name: "web", annotations: { "kubernetes.io/ingress.class": "nginx" } },
          spec: {},
        },
        {
          apiVersion: "v1",
          kind: "Service",
          metadata: { name: "web", annotations: { "service.kubernetes.io/topology-aware-hints": "auto" } },
          spec: {},
        },
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Ingress default/web metadata.annotations["kubernetes.io/ingress.class"]: the annotation kubernetes.io/ingress.class is deprecated; set spec.ingressClassName",
      "warning Service default/web metadata.annotations["service.kubernetes.io/topology-aware-hints"]: the annotation service.kubernetes.io/topology-aware-hints is deprecated; set spec.trafficDistribution",
    ]
  `);
});
