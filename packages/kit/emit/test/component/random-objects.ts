import type { JsonObject } from "@kit/kube";
import fc from "fast-check";
import type { FiledObject } from "../../src/emitted-object.ts";
import { findLost } from "../../src/index.ts";
import { jsonObject, text } from "../json-values.ts";
import { edited, edits } from "./random-edits.ts";

/** An object, and what it is to be. */
export interface Changed {
  readonly object: FiledObject;
  readonly wanted: JsonObject;
}

const short = fc.constantFrom("a", "b", "c", "d", "app", "HOST", "PORT");
const protocol = fc.constantFrom("TCP", "UDP");
const containerPort = fc.record(
  { name: short, containerPort: fc.constantFrom(80, 443, 8080), protocol },
  { requiredKeys: ["containerPort"] },
);
const variable = fc.record({ name: short, value: text, valueFrom: jsonObject }, { requiredKeys: ["name"] });
const container = fc.record(
  {
    name: short,
    image: short,
    args: fc.array(text, { maxLength: 4 }),
    env: fc.array(variable, { maxLength: 5 }),
    ports: fc.array(containerPort, { maxLength: 4 }),
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
const template = fc.record({ metadata: fc.record({ labels: jsonObject }), spec: pod });
const workload = fc.record({ spec: fc.record({ template }) });
const spec = fc.record({ spec: jsonObject });
const servicePort = fc.record({ name: short, port: fc.constantFrom(80, 443), protocol }, { requiredKeys: ["port"] });
const rules = fc.record({ rules: fc.array(jsonObject, { maxLength: 3 }) });
const webhook = fc.record({ name: short, rules: fc.array(jsonObject, { maxLength: 2 }) });

/**
 * API versions, kinds and contents. What is in them need not be valid, kustomize asks nobody: but in kinds whose lists and maps
 * it visits itself, such as for the names in them, they have to be lists and maps.
 */
const kinds: readonly (readonly [string, string, fc.Arbitrary<JsonObject>])[] = [
  ["v1", "ConfigMap", fc.record({ data: fc.dictionary(text, text, { maxKeys: 6, noNullPrototype: true }) })],
  ["v1", "Pod", fc.record({ spec: pod })],
  [
    "v1",
    "Service",
    fc.record({ spec: fc.record({ ports: fc.array(servicePort, { maxLength: 4 }), selector: jsonObject }) }),
  ],
  ["v1", "ServiceAccount", fc.record({ secrets: fc.array(fc.record({ name: short }), { maxLength: 3 }) })],
  ["v1", "PersistentVolumeClaim", spec],
  ["v1", "LimitRange", spec],
  ["v1", "ResourceQuota", spec],
  ["apps/v1", "Deployment", workload],
  ["apps/v1", "StatefulSet", workload],
  ["apps/v1", "DaemonSet", workload],
  ["batch/v1", "Job", workload],
  ["batch/v1", "CronJob", fc.record({ spec: fc.record({ jobTemplate: workload }) })],
  ["autoscaling/v2", "HorizontalPodAutoscaler", spec],
  ["networking.k8s.io/v1", "Ingress", spec],
  ["networking.k8s.io/v1", "NetworkPolicy", spec],
  ["policy/v1", "PodDisruptionBudget", spec],
  ["rbac.authorization.k8s.io/v1", "Role", rules],
  ["rbac.authorization.k8s.io/v1", "ClusterRole", rules],
  [
    "admissionregistration.k8s.io/v1",
    "ValidatingWebhookConfiguration",
    fc.record({ webhooks: fc.array(webhook, { maxLength: 3 }) }),
  ],
  ["admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy", spec],
  ["scheduling.k8s.io/v1", "PriorityClass", fc.record({ value: fc.maxSafeInteger() })],
  ["argoproj.io/v1alpha1", "Rollout", workload],
  ["external-secrets.io/v1", "ExternalSecret", spec],
  ["gateway.networking.k8s.io/v1", "GatewayClass", spec],
  [
    "example.com/v1",
    "Thing",
    fc.record({ spec: jsonObject, things: fc.array(jsonObject, { maxLength: 3 }), "": text }),
  ],
];

const visitedByNobody = new Set(["ExternalSecret", "GatewayClass", "Thing"]);

const content = fc
  .constantFrom(...kinds)
  .chain(([apiVersion, kind, contents]) =>
    fc.record({ apiVersion: fc.constant(apiVersion), kind: fc.constant(kind), data: contents }),
  )
  .filter(({ data }) => findLost(data).length === 0);

/** Objects of many kinds, each with its own name, and random changes of them. */
export function randomChanges(count: number, seed: number): Changed[] {
  const samples = fc.sample(fc.tuple(content, edits), { numRuns: count, seed });
  return samples.map(([{ apiVersion, kind, data }, changes], index) => {
    const name = `object-${String(index).padStart(4, "0")}`;
    const identity = { apiVersion, kind, metadata: { name } };
    const object = { apiVersion, kind, name, namespace: undefined, where: "packages/shop/cart" };
    const wanted = { ...edited(data, changes, visitedByNobody.has(kind)), ...identity };
    return { object: { ...object, data: { ...identity, ...data } }, wanted };
  });
}
