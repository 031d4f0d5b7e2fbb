import type { Json, JsonObject } from "@kit/kube";
import fc from "fast-check";
import { findLost } from "../../src/index.ts";
import { jsonObject, text } from "../json-values.ts";

const short = fc.constantFrom("a", "b", "c", "d", "app", "HOST", "PORT");
const port = fc.record(
  { name: short, containerPort: fc.constantFrom(80, 443, 8080), protocol: fc.constantFrom("TCP", "UDP") },
  { requiredKeys: ["containerPort"] },
);
const env = fc.record({ name: short, value: text, valueFrom: jsonObject }, { requiredKeys: ["name"] });
const container = fc.record(
  {
    name: short,
    image: short,
    args: fc.array(text, { maxLength: 4 }),
    env: fc.array(env, { maxLength: 5 }),
    ports: fc.array(port, { maxLength: 4 }),
    resources: jsonObject,
  },
  { requiredKeys: ["name"] },
);
const pod = fc.record(
  {
    initContainers: fc.array(container, { maxLength: 2 }),
    containers: fc.array(container, { minLength: 1, maxLength: 3 }),
    volumes: fc.array(fc.record({ name: short, emptyDir: jsonObject }), { maxLength: 3 }),
    tolerations: fc.array(jsonObject, { maxLength: 3 }),
  },
  { requiredKeys: ["containers"] },
);
const template = fc.record({ template: fc.record({ metadata: fc.record({ labels: jsonObject }), spec: pod }) });
const spec = fc.record({ spec: jsonObject });
const service = fc.record({
  spec: fc.record({
    ports: fc.array(
      fc.record(
        { name: short, port: fc.constantFrom(80, 443), protocol: fc.constantFrom("TCP", "UDP") },
        { requiredKeys: ["port"] },
      ),
    ),
    selector: jsonObject,
  }),
});
const rules = fc.record({ rules: fc.array(jsonObject, { maxLength: 3 }) });
const webhooks = fc.record({
  webhooks: fc.array(fc.record({ name: short, rules: fc.array(jsonObject, { maxLength: 2 }) }), { maxLength: 3 }),
});
const data = fc.record({ data: fc.dictionary(text, text, { maxKeys: 6, noNullPrototype: true }) });

/** Contents by API version and kind. What is in them need not be valid: kustomize asks nobody. */
const contents: readonly (readonly [string, string, fc.Arbitrary<JsonObject>])[] = [
  ["v1", "ConfigMap", data],
  ["v1", "Pod", fc.record({ spec: pod })],
  ["v1", "Service", service],
  ["v1", "ServiceAccount", fc.record({ secrets: fc.array(fc.record({ name: short })) })],
  ["v1", "PersistentVolumeClaim", spec],
  ["v1", "LimitRange", spec],
  ["v1", "ResourceQuota", spec],
  ["apps/v1", "Deployment", fc.record({ spec: template })],
  ["apps/v1", "StatefulSet", fc.record({ spec: template })],
  ["apps/v1", "DaemonSet", fc.record({ spec: template })],
  ["batch/v1", "Job", fc.record({ spec: template })],
  ["batch/v1", "CronJob", fc.record({ spec: fc.record({ jobTemplate: fc.record({ spec: template }) }) })],
  ["autoscaling/v2", "HorizontalPodAutoscaler", spec],
  ["networking.k8s.io/v1", "Ingress", spec],
  ["networking.k8s.io/v1", "NetworkPolicy", spec],
  ["policy/v1", "PodDisruptionBudget", spec],
  ["rbac.authorization.k8s.io/v1", "Role", rules],
  ["rbac.authorization.k8s.io/v1", "ClusterRole", rules],
  ["admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", webhooks],
  ["admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy", spec],
  ["scheduling.k8s.io/v1", "PriorityClass", fc.record({ value: fc.maxSafeInteger() })],
  ["external-secrets.io/v1", "ExternalSecret", spec],
  ["argoproj.io/v1alpha1", "Rollout", fc.record({ spec: template })],
  ["example.com/v1", "Thing", fc.record({ spec: jsonObject, items2: fc.array(jsonObject), "": text })],
  ["gateway.networking.k8s.io/v1", "GatewayClass", spec],
];

export interface Content {
  readonly apiVersion: string;
  readonly kind: string;
  readonly labels: JsonObject | undefined;
  readonly data: JsonObject;
}

/** An object without its name. */
export const content: fc.Arbitrary<Content> = fc
  .constantFrom(...contents)
  .chain(([apiVersion, kind, arbitrary]) =>
    arbitrary
      .filter((value) => findLost(value).length === 0)
      .map((value) => ({ apiVersion, kind, labels: undefined, data: value })),
  );

/** Something that may come anywhere. */
export type Value = Json;
