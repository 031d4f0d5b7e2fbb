// Needs the control plane's programs: `pnpm test:cluster`.
import { preparePrograms, startControlPlane, type ControlPlane } from "@kit/control-plane";
import type { Json, JsonObject } from "@kit/kube";
import { afterAll, beforeAll, expect, test } from "vitest";
import { outcome } from "./computed.ts";

const options = { env: process.env, onProgress: console.error };

let cluster: ControlPlane;
beforeAll(async () => {
  await preparePrograms(options);
  cluster = await startControlPlane(options);
});
afterAll(() => cluster[Symbol.asyncDispose]());

const container = { name: "web", image: "web" };

function podWith(spec: JsonObject): JsonObject {
  return { apiVersion: "v1", kind: "Pod", spec: { containers: [container], ...spec } };
}

function podWithContainer(fields: JsonObject): JsonObject {
  return podWith({ containers: [{ ...container, ...fields }] });
}

function webhooks(...names: string[]): JsonObject {
  const rest = { admissionReviewVersions: ["v1"], clientConfig: { url: "https://example.com" }, sideEffects: "None" };
  return {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingWebhookConfiguration",
    webhooks: names.map((name) => ({ name: `${name}.example.com`, ...rest })),
  };
}

/**
 * A list: where it is, an object that has it, and a change with some of its entries. Those that are there already come first:
 * the server lets the order of a change win, and here the base's stays.
 */
type Case = readonly [path: readonly (string | number)[], object: JsonObject, change: JsonObject];

const inContainer = ["spec", "containers", 0];
const spread = { maxSkew: 1, topologyKey: "zone", labelSelector: {} };
const volumes = [
  { name: "a", emptyDir: {} },
  { name: "b", emptyDir: {} },
  { name: "c", emptyDir: {} },
];
const cases: Readonly<Record<string, Case>> = {
  containers: [
    ["spec", "containers"],
    podWith({ containers: [container, { name: "log", image: "log" }] }),
    podWith({
      containers: [
        { name: "log", image: "other" },
        { name: "new", image: "new" },
      ],
    }),
  ],
  "init containers": [
    ["spec", "initContainers"],
    podWith({
      initContainers: [
        { name: "wait", image: "a" },
        { name: "migrate", image: "a" },
      ],
    }),
    podWith({
      initContainers: [
        { name: "migrate", image: "b" },
        { name: "last", image: "a" },
      ],
    }),
  ],
  variables: [
    [...inContainer, "env"],
    podWithContainer({
      env: [
        { name: "A", value: "a" },
        { name: "B", value: "b" },
      ],
    }),
    podWithContainer({
      env: [
        { name: "B", value: "other" },
        { name: "C", value: "c" },
      ],
    }),
  ],
  "container ports, of which one differs in its protocol alone": [
    [...inContainer, "ports"],
    podWithContainer({ ports: [{ containerPort: 53, name: "tcp" }, { containerPort: 80 }] }),
    podWithContainer({
      ports: [
        { containerPort: 80, protocol: "TCP", name: "http" },
        { containerPort: 53, protocol: "UDP", name: "udp" },
      ],
    }),
  ],
  mounts: [
    [...inContainer, "volumeMounts"],
    podWith({
      volumes,
      containers: [
        {
          ...container,
          volumeMounts: [
            { name: "a", mountPath: "/a" },
            { name: "b", mountPath: "/b" },
          ],
        },
      ],
    }),
    podWith({
      volumes,
      containers: [
        {
          ...container,
          volumeMounts: [
            { name: "c", mountPath: "/b" },
            { name: "a", mountPath: "/c" },
          ],
        },
      ],
    }),
  ],
  arguments: [[...inContainer, "args"], podWithContainer({ args: ["a", "b"] }), podWithContainer({ args: ["c"] })],
  volumes: [
    ["spec", "volumes"],
    podWith({ volumes: volumes.slice(0, 2) }),
    podWith({ volumes: [volumes[1]!, volumes[2]!] }),
  ],
  aliases: [
    ["spec", "hostAliases"],
    podWith({
      hostAliases: [
        { ip: "10.0.0.1", hostnames: ["a"] },
        { ip: "10.0.0.2", hostnames: ["b"] },
      ],
    }),
    podWith({
      hostAliases: [
        { ip: "10.0.0.2", hostnames: ["d"] },
        { ip: "10.0.0.3", hostnames: ["c"] },
      ],
    }),
  ],
  "pull secrets": [
    ["spec", "imagePullSecrets"],
    podWith({ imagePullSecrets: [{ name: "a" }, { name: "b" }] }),
    podWith({ imagePullSecrets: [{ name: "b" }, { name: "c" }] }),
  ],
  "spread constraints": [
    ["spec", "topologySpreadConstraints"],
    podWith({ topologySpreadConstraints: [{ ...spread, whenUnsatisfiable: "DoNotSchedule" }] }),
    podWith({ topologySpreadConstraints: [{ ...spread, whenUnsatisfiable: "ScheduleAnyway" }] }),
  ],
  gates: [
    ["spec", "schedulingGates"],
    podWith({ schedulingGates: [{ name: "a" }] }),
    podWith({ schedulingGates: [{ name: "b" }] }),
  ],
  tolerations: [
    ["spec", "tolerations"],
    podWith({ tolerations: [{ key: "a", operator: "Exists" }] }),
    podWith({ tolerations: [{ key: "b", operator: "Exists" }] }),
  ],
  "a Service's ports": [
    ["spec", "ports"],
    {
      apiVersion: "v1",
      kind: "Service",
      spec: {
        ports: [
          { name: "tcp", port: 53 },
          { name: "http", port: 80 },
        ],
      },
    },
    {
      apiVersion: "v1",
      kind: "Service",
      spec: {
        ports: [
          { name: "http", port: 80, targetPort: 8080 },
          { name: "udp", port: 53, protocol: "UDP" },
        ],
      },
    },
  ],
  finalizers: [
    ["metadata", "finalizers"],
    { apiVersion: "v1", kind: "ConfigMap", metadata: { finalizers: ["a/a", "b/b"] } },
    { apiVersion: "v1", kind: "ConfigMap", metadata: { finalizers: ["b/b", "c/c"] } },
  ],
  webhooks: [["webhooks"], webhooks("a", "b"), webhooks("b", "c")],
  "secrets of a ServiceAccount": [
    ["secrets"],
    { apiVersion: "v1", kind: "ServiceAccount", secrets: [{ name: "a" }] },
    { apiVersion: "v1", kind: "ServiceAccount", secrets: [{ name: "b" }] },
  ],
  "rules of a Role": [
    ["rules"],
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "Role",
      rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get"] }],
    },
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "Role",
      rules: [{ apiGroups: [""], resources: ["secrets"], verbs: ["get"] }],
    },
  ],
  "actions of a policy's binding": [
    ["spec", "validationActions"],
    {
      apiVersion: "admissionregistration.k8s.io/v1",
      kind: "ValidatingAdmissionPolicyBinding",
      spec: { policyName: "a", validationActions: ["Deny"] },
    },
    {
      apiVersion: "admissionregistration.k8s.io/v1",
      kind: "ValidatingAdmissionPolicyBinding",
      spec: { policyName: "a", validationActions: ["Audit"] },
    },
  ],
};

const places: Readonly<Record<string, string>> = {
  Deployment: "/apis/apps/v1/namespaces/default/deployments",
  Service: "/api/v1/namespaces/default/services",
  ConfigMap: "/api/v1/namespaces/default/configmaps",
  ServiceAccount: "/api/v1/namespaces/default/serviceaccounts",
  Role: "/apis/rbac.authorization.k8s.io/v1/namespaces/default/roles",
  ValidatingWebhookConfiguration: "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations",
  ValidatingAdmissionPolicyBinding: "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings",
};

/** Applies an object as somebody, and returns what the server makes of it. */
async function applied(object: JsonObject, name: string, manager: string, dryRun: boolean): Promise<JsonObject> {
  const query = `?fieldManager=${manager}&force=true&fieldValidation=Strict${dryRun ? "&dryRun=All" : ""}`;
  const data = { ...object, metadata: { ...(object["metadata"] as object | undefined), name } };
  const path = `${places[object["kind"] as string]}/${name}${query}`;
  const { status, body } = await cluster.request<JsonObject>("PATCH", path, data, "application/apply-patch+yaml");
  expect([status, body["message"]]).toEqual([status < 300 ? status : "taken", undefined]);
  return body;
}

function at(value: unknown, path: readonly (string | number)[]): readonly Json[] {
  return path.reduce((here, step) => (here as Record<string | number, unknown>)[step], value) as readonly Json[];
}

test.for(Object.entries(cases))(
  "%s: the server joins the entries of two hands as a change does",
  async ([title, [path, object, change]]) => {
    const name = title.toLowerCase().replaceAll(/[^a-z]+/g, "-");
    const isPod = object["kind"] === "Pod";
    // Hardly anything of a Pod can be changed, so a Deployment has it.
    const carried = (one: JsonObject): JsonObject => (isPod ? deploymentOf(one) : one);
    await applied(carried(object), name, "base", false);
    const server = at(
      await applied(carried(change), name, "change", true),
      isPod ? ["spec", "template", ...path] : path,
    );
    const { apiVersion: _, kind: __, ...delta } = change;
    const ours = at(outcome(object, delta), path);
    // The server adds what it takes where nothing is written.
    expect(server).toMatchObject(ours);
    expect(server).toHaveLength(ours.length);
  },
);

function deploymentOf({ spec }: JsonObject): JsonObject {
  const metadata = { labels: { app: "a" } };
  const template = { metadata, spec: spec! };
  return { apiVersion: "apps/v1", kind: "Deployment", spec: { selector: { matchLabels: metadata.labels }, template } };
}
