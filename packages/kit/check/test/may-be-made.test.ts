import { describe, expect, test } from "vitest";
import { configMapKeyMissing } from "../src/checks/references/config-map-key-missing.ts";
import { configMapMissing } from "../src/checks/references/config-map-missing.ts";
import { ingressBackendMissing } from "../src/checks/references/ingress-backend-missing.ts";
import { pdbSelectsNothing } from "../src/checks/references/pdb-selects-nothing.ts";
import { roleBindingTargetMissing } from "../src/checks/references/role-binding-target-missing.ts";
import { serviceSelectsNothing } from "../src/checks/references/service-selects-nothing.ts";
import { object, workload } from "./flow-yaml.ts";
import { judge } from "./judge.ts";

const service = (selector: string): string => object("Service", "web", `spec: { selector: { ${selector} } }`);
const statefulSet = (replicas: string): string =>
  object(
    "StatefulSet",
    "db",
    `spec: { ${replicas} serviceName: db, selector: { matchLabels: { app: db } }, template: { metadata: { labels: { app: db } }, spec: { containers: [{ name: db, image: "db:1" }] } } }`,
    "apps/v1",
  );
const budget = (name: string): string =>
  object(
    "PodDisruptionBudget",
    "migrate",
    `spec: { minAvailable: 1, selector: { matchExpressions: [{ key: batch.kubernetes.io/job-name, operator: In, values: [${name}] }] } }`,
    "policy/v1",
  );
const rights = (resources: string, roleKind: string): string =>
  workload({ pod: "serviceAccountName: web" }) +
  object(
    roleKind,
    "web",
    `rules: [{ apiGroups: ["", apps], resources: [${resources}], verbs: [get, create] }]`,
    "rbac.authorization.k8s.io/v1",
  ) +
  object(
    `${roleKind}Binding`,
    "web",
    `roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ${roleKind}, name: web }, subjects: [{ kind: ServiceAccount, name: web, namespace: default }]`,
    "rbac.authorization.k8s.io/v1",
  );

const ca = (labels: string): string => object("ConfigMap", `ca, labels: { ${labels} }`, "data: {}");
const scaler = object(
  "HorizontalPodAutoscaler",
  "db",
  "spec: { scaleTargetRef: { apiVersion: apps/v1, kind: StatefulSet, name: db }, maxReplicas: 9 }",
  "autoscaling/v2",
);

describe("labels that controllers add", () => {
  test.for([
    service("app: db, statefulset.kubernetes.io/pod-name: db-0") + statefulSet("replicas: 1,"),
    service("statefulset.kubernetes.io/pod-name: db-2") + statefulSet("replicas: 3,"),
    service("app: db, apps.kubernetes.io/pod-index: '8'") + statefulSet(""),
    service("app: db, apps.kubernetes.io/pod-index: '8'") + statefulSet("replicas: 2,") + scaler,
    service("app: db, apps.kubernetes.io/pod-index: '5'") + statefulSet("ordinals: { start: 5 }, replicas: 1,"),
    service("app: web, pod-template-hash: 5d4f8c7d9") + workload(),
    service("app: web, topology.kubernetes.io/zone: a") + workload(),
  ])("select pods: %$", (manifests) => {
    expect(judge(serviceSelectsNothing, manifests)).toEqual([]);
  });

  test.for([
    ["statefulset.kubernetes.io/pod-name: db-3", statefulSet("replicas: 3,")],
    ["statefulset.kubernetes.io/pod-name: web-0", statefulSet("replicas: 3,")],
    ["apps.kubernetes.io/pod-index: '0'", statefulSet("ordinals: { start: 5 }, replicas: 1,")],
    ["app: gone, pod-template-hash: 5d4f8c7d9", workload()],
    ["app: web, job-name: web", workload()],
  ] as const)("select none that is not there: %s", ([selector, manifests]) => {
    expect(judge(serviceSelectsNothing, service(selector) + manifests)).toHaveLength(1);
  });

  test("are those of a Job too", () => {
    const job = object(
      "Job",
      "migrate",
      'spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } }',
      "batch/v1",
    );
    expect(judge(pdbSelectsNothing, job + budget("migrate"))).toEqual([]);
    expect(judge(pdbSelectsNothing, job + budget("other"))).toHaveLength(1);
  });
});

describe("what every server has", () => {
  test.for([
    object(
      "RoleBinding",
      "reader, namespace: kube-system",
      "roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: extension-apiserver-authentication-reader }",
      "rbac.authorization.k8s.io/v1",
    ),
  ])("is not missing: %$", (manifests) => {
    expect(judge(roleBindingTargetMissing, manifests)).toEqual([]);
  });

  test("what a cluster may have besides is a note", () => {
    const pod = object(
      "Pod",
      "a, namespace: kube-system",
      'spec: { containers: [{ name: a, image: "a:1" }], volumes: [{ name: v, configMap: { name: coredns } }] }',
    );
    expect(judge(configMapMissing, pod)).toEqual([
      "info Pod kube-system/a spec.volumes[0].configMap.name: the volume v reads the ConfigMap coredns, which does not exist in the namespace kube-system; the cluster itself may make it; add the ConfigMap",
    ]);
  });
});

describe("what an operator may make", () => {
  const lost = service("app: gone");
  const ingress = object(
    "Ingress",
    "web",
    "spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }",
    "networking.k8s.io/v1",
  );

  test.for([
    [object("Prometheus", "k8s", "spec: {}", "monitoring.coreos.com/v1"), "the Prometheus k8s"],
    [object("HelmRelease", "db", "spec: {}", "helm.toolkit.fluxcd.io/v2"), "the HelmRelease db"],
    [
      object("HelmRelease", "db, namespace: flux", "spec: { targetNamespace: default }", "helm.toolkit.fluxcd.io/v2"),
      "the HelmRelease db",
    ],
    [object("Application", "db, namespace: argocd", "spec: {}", "argoproj.io/v1alpha1"), "the Application db"],
  ] as const)("is a note with the reason: %s", ([maker, who]) => {
    expect(judge(serviceSelectsNothing, lost + maker)).toEqual([
      `info Service default/web spec.selector: no pod of the namespace default has the labels app=gone; ${who} may make such pods; write the labels of the pods that it is for`,
    ]);
    expect(judge(ingressBackendMissing, ingress + maker)).toEqual([
      `info Ingress default/web spec.defaultBackend.service.name: the Service web does not exist in the namespace default; ${who} may make it; add the Service`,
    ]);
  });

  test.for([
    object("ServiceMonitor", "web", "spec: {}", "monitoring.coreos.com/v1"),
    object("Certificate", "web", "spec: {}", "cert-manager.io/v1"),
    object("HTTPRoute", "web", "spec: {}", "gateway.networking.k8s.io/v1"),
    object("Prometheus", "k8s, namespace: other", "spec: {}", "monitoring.coreos.com/v1"),
    object("HelmRelease", "db", "spec: { targetNamespace: other }", "helm.toolkit.fluxcd.io/v2"),
  ])("stays an error beside what makes none: %$", (maker) => {
    expect(judge(serviceSelectsNothing, lost + maker)[0]).toMatch(/^error /);
  });
});

describe("what a program may make", () => {
  test.for(["Role", "ClusterRole"])("is a note where its %s lets it", (kind) => {
    expect(judge(serviceSelectsNothing, service("app: gone") + rights("statefulsets", kind))).toEqual([
      "info Service default/web spec.selector: no pod of the namespace default has the labels app=gone; the program with the ServiceAccount web may make such pods; write the labels of the pods that it is for",
    ]);
  });

  test("stays an error where it may not", () => {
    expect(judge(serviceSelectsNothing, service("app: gone") + rights("configmaps", "Role"))[0]).toMatch(/^error /);
  });
});

test("a ConfigMap that OpenShift fills in lacks no key", () => {
  const reader = workload({
    container: "env: [{ name: A, valueFrom: { configMapKeyRef: { name: ca, key: ca-bundle.crt } } }]",
  });
  expect(judge(configMapKeyMissing, reader + ca("app: a"))).toHaveLength(1);
  expect(judge(configMapKeyMissing, reader + ca('config.openshift.io/inject-trusted-cabundle: "true"'))).toEqual([]);
});
