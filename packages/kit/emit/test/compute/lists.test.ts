import type { Json, JsonObject } from "@kit/kube";
import { describe, expect, test } from "vitest";
import { outcome } from "./computed.ts";

function podOf(spec: JsonObject, kind = "Deployment", apiVersion = "apps/v1"): JsonObject {
  return { apiVersion, kind, metadata: { name: "web" }, spec: { template: { spec } } };
}

function container(fields: JsonObject): JsonObject {
  return podOf({ containers: [{ name: "web", image: "web", ...fields }] });
}

/** What becomes of one list of a container. */
function inContainer(field: string, present: Json, ...changes: Json[]): unknown {
  const deltas = changes.map((change) => podOf({ containers: [{ name: "web", [field]: change }] }));
  const made = outcome(container({ [field]: present }), ...deltas.map(({ spec }) => ({ spec })));
  return Array.isArray(made) ? made : at(made, "spec", "template", "spec", "containers", 0, field);
}

/** What becomes of one field of a pod. */
function inPod(field: string, present: Json, change: Json): unknown {
  const made = outcome(podOf({ containers: [], [field]: present }), {
    spec: { template: { spec: { [field]: change } } },
  });
  return Array.isArray(made) ? made : at(made, "spec", "template", "spec", field);
}

function inSpec(object: JsonObject, field: string, change: Json): unknown {
  const made = outcome(object, { spec: { [field]: change } });
  return Array.isArray(made) ? made : at(made, "spec", field);
}

function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce((here, step) => (here as Record<string | number, unknown> | undefined)?.[step], value);
}

function of(apiVersion: string, kind: string, rest: JsonObject): JsonObject {
  return { apiVersion, kind, ...rest };
}

function steps(list: Json): JsonObject {
  return { spec: { strategy: { canary: { steps: list } } } };
}

function ofContainer(entry: JsonObject): JsonObject {
  return { spec: { template: { spec: { containers: [entry] } } } };
}

function finalizers(item: Json): JsonObject {
  return { metadata: { finalizers: [item] } };
}

describe("the base's order stays, and what is new follows", () => {
  test("variables, which refer to those before them", () => {
    const env = [
      { name: "HOST", value: "h" },
      { name: "URL", value: "http://$(HOST)/" },
      { name: "LEVEL", value: "info" },
    ];
    const change = [
      { name: "CALLBACK", value: "http://$(HOST)/cb" },
      { name: "URL", value: "https://$(HOST)/" },
    ];
    expect(inContainer("env", env, change)).toEqual([
      { name: "HOST", value: "h" },
      { name: "URL", value: "https://$(HOST)/" },
      { name: "LEVEL", value: "info" },
      { name: "CALLBACK", value: "http://$(HOST)/cb" },
    ]);
  });

  test("init containers, which run in their order", () => {
    expect(
      inPod(
        "initContainers",
        [{ name: "wait" }, { name: "migrate" }],
        [{ name: "last" }, { name: "migrate", image: "m" }],
      ),
    ).toEqual([{ name: "wait" }, { name: "migrate", image: "m" }, { name: "last" }]);
  });

  test("over several changes, in the order written", () => {
    expect(
      inContainer(
        "env",
        [{ name: "A", value: "1" }],
        [{ name: "B", value: "2" }],
        [
          { name: "C", value: "$(B)" },
          { name: "A", value: "0" },
        ],
      ),
    ).toEqual([
      { name: "A", value: "0" },
      { name: "B", value: "2" },
      { name: "C", value: "$(B)" },
    ]);
  });
});

describe("what an author can say of", () => {
  test("probes and handlers", () => {
    const probes = container({
      livenessProbe: { httpGet: { port: 1 }, periodSeconds: 5 },
      readinessProbe: { httpGet: { port: 1 } },
    });
    const change = { name: "web", livenessProbe: null, readinessProbe: { httpGet: null, exec: { command: ["ok"] } } };
    expect(outcome(probes, { spec: { template: { spec: { containers: [change] } } } })).toEqual(
      container({ readinessProbe: { exec: { command: ["ok"] } } }),
    );
  });

  test("variables: one goes, the source of another changes", () => {
    const env = [
      { name: "A", value: "a" },
      { name: "B", value: "b" },
      { name: "NS", valueFrom: { fieldRef: { fieldPath: "x" } } },
    ];
    const change = [{ $remove: { name: "B" } }, { name: "NS", valueFrom: null, value: "x" }];
    expect(inContainer("env", env, change)).toEqual([
      { name: "A", value: "a" },
      { name: "NS", value: "x" },
    ]);
  });

  test("ports: a number changes in place, with and without the protocol that a port has by default", () => {
    const ports = [
      { name: "dns-tcp", containerPort: 53, protocol: "TCP" },
      { name: "dns-udp", containerPort: 53, protocol: "UDP" },
    ];
    const tcp = [
      { $entry: { containerPort: 53 }, containerPort: 5353 },
      { name: "more", containerPort: 80 },
    ];
    expect(inContainer("ports", ports, tcp)).toEqual([
      { name: "dns-tcp", containerPort: 5353, protocol: "TCP" },
      { name: "dns-udp", containerPort: 53, protocol: "UDP" },
      { name: "more", containerPort: 80 },
    ]);
    expect(inContainer("ports", ports, [{ $remove: { containerPort: 53, protocol: "UDP" } }])).toEqual([ports[0]]);
    expect(inContainer("ports", ports, [{ $entry: { name: "dns-udp" }, hostPort: 53 }])).toEqual([
      ports[0],
      { ...ports[1], hostPort: 53 },
    ]);
    expect(inContainer("ports", [{ containerPort: 5353 }], [{ containerPort: 5353, protocol: "UDP" }])).toEqual([
      { containerPort: 5353 },
      { containerPort: 5353, protocol: "UDP" },
    ]);
    expect(
      inContainer("ports", [{ containerPort: 80 }], [{ containerPort: 80, protocol: "TCP", name: "http" }]),
    ).toEqual([{ containerPort: 80, protocol: "TCP", name: "http" }]);
  });

  test("a Service's ports", () => {
    const service: JsonObject = {
      apiVersion: "v1",
      kind: "Service",
      spec: { ports: [{ name: "http", port: 80, targetPort: 8080 }] },
    };
    expect(inSpec(service, "ports", [{ $entry: { port: 80 }, port: 90 }])).toEqual([
      { name: "http", port: 90, targetPort: 8080 },
    ]);
    expect(inSpec(service, "ports", [{ port: 80, nodePort: 30000 }])).toEqual([
      { name: "http", port: 80, targetPort: 8080, nodePort: 30000 },
    ]);
    expect(inSpec(service, "ports", [{ name: "admin", port: 81 }])).toEqual([
      { name: "http", port: 80, targetPort: 8080 },
      { name: "admin", port: 81 },
    ]);
  });

  test("volumes, mounts and devices, each by its own key", () => {
    expect(
      inPod(
        "volumes",
        [{ name: "tmp", emptyDir: {} }, { name: "b" }],
        [{ name: "tmp", emptyDir: null, configMap: { name: "c" } }, { name: "new" }],
      ),
    ).toEqual([{ name: "tmp", configMap: { name: "c" } }, { name: "b" }, { name: "new" }]);
    const mounts = [{ name: "tmp", mountPath: "/tmp" }];
    expect(
      inContainer("volumeMounts", mounts, [
        { name: "tmp", mountPath: "/var/tmp" },
        { name: "tmp", mountPath: "/tmp", readOnly: true },
      ]),
    ).toEqual([
      { name: "tmp", mountPath: "/tmp", readOnly: true },
      { name: "tmp", mountPath: "/var/tmp" },
    ]);
    expect(
      inContainer(
        "volumeDevices",
        [{ name: "a", devicePath: "/dev/a" }],
        [{ $entry: { name: "a" }, devicePath: "/dev/b" }],
      ),
    ).toEqual([{ name: "a", devicePath: "/dev/b" }]);
  });

  test("other lists of a pod", () => {
    expect(
      inPod(
        "hostAliases",
        [{ ip: "1.1.1.1", hostnames: ["a"] }],
        [
          { ip: "2.2.2.2", hostnames: ["b"] },
          { ip: "1.1.1.1", hostnames: ["c"] },
        ],
      ),
    ).toEqual([
      { ip: "1.1.1.1", hostnames: ["c"] },
      { ip: "2.2.2.2", hostnames: ["b"] },
    ]);
    expect(
      inPod("imagePullSecrets", [{ name: "a" }, { name: "b" }], [{ $remove: { name: "a" } }, { name: "c" }]),
    ).toEqual([{ name: "b" }, { name: "c" }]);
    const spread = { maxSkew: 1, topologyKey: "zone", whenUnsatisfiable: "DoNotSchedule" };
    expect(
      inPod(
        "topologySpreadConstraints",
        [spread],
        [
          { maxSkew: 2, topologyKey: "zone", whenUnsatisfiable: "ScheduleAnyway" },
          { ...spread, maxSkew: 3 },
        ],
      ),
    ).toEqual([
      { ...spread, maxSkew: 3 },
      { maxSkew: 2, topologyKey: "zone", whenUnsatisfiable: "ScheduleAnyway" },
    ]);
    expect(inPod("tolerations", [{ key: "a" }], [{ key: "b" }])).toEqual([{ key: "b" }]);
    expect(inPod("resourceClaims", [{ name: "gpu" }], [{ $remove: { name: "gpu" } }])).toEqual([]);
  });

  test("arguments, which are one value", () => {
    expect(inContainer("args", ["a", "b"], ["c"])).toEqual(["c"]);
    expect(inContainer("args", ["a", "b"], null)).toBeUndefined();
  });

  test("a list as a whole", () => {
    expect(inContainer("env", [{ name: "A" }, { name: "B" }], { $whole: [{ name: "C", value: "c" }] })).toEqual([
      { name: "C", value: "c" },
    ]);
    expect(inContainer("env", [{ name: "A" }], { $whole: [] })).toEqual([]);
    expect(inContainer("env", [{ name: "A" }], [])).toEqual([{ name: "A" }]);
    expect(inContainer("env", [{ name: "A" }], null)).toBeUndefined();
  });

  test("a strategy", () => {
    const object: JsonObject = {
      apiVersion: "apps/v1",
      kind: "Deployment",
      spec: { strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1 } } },
    };
    expect(inSpec(object, "strategy", { type: "Recreate", rollingUpdate: null })).toEqual({ type: "Recreate" });
  });

  test("the containers of a StatefulSet and of a CronJob", () => {
    const change = { containers: [{ name: "web", env: [{ name: "B", value: "b" }] }] };
    const set = podOf({ containers: [{ name: "web", env: [{ name: "A" }] }, { name: "log" }] }, "StatefulSet");
    const wanted = [{ name: "web", env: [{ name: "A" }, { name: "B", value: "b" }] }, { name: "log" }];
    expect(
      at(outcome(set, { spec: { template: { spec: change } } }), "spec", "template", "spec", "containers"),
    ).toEqual(wanted);
    const job = { apiVersion: "batch/v1", kind: "CronJob", spec: { jobTemplate: set } };
    const made = outcome(job, { spec: { jobTemplate: { spec: { template: { spec: change } } } } });
    expect(at(made, "spec", "jobTemplate", "spec", "template", "spec", "containers")).toEqual(wanted);
    const claims = [{ metadata: { name: "data" } }];
    expect(
      inSpec({ ...set, spec: { volumeClaimTemplates: claims } }, "volumeClaimTemplates", [
        { metadata: { name: "other" } },
      ]),
    ).toEqual([{ metadata: { name: "other" } }]);
  });

  test("lists outside of pods", () => {
    const ingress = of("networking.k8s.io/v1", "Ingress", { spec: { rules: [{ host: "a" }] } });
    expect(inSpec(ingress, "rules", [{ host: "b" }])).toEqual([{ host: "b" }]);
    const policy = of("networking.k8s.io/v1", "NetworkPolicy", { spec: { ingress: [{}] } });
    expect(inSpec(policy, "ingress", [])).toEqual([]);
    const scaler = of("autoscaling/v2", "HorizontalPodAutoscaler", { spec: { metrics: [{ type: "Resource" }] } });
    expect(inSpec(scaler, "metrics", [{ type: "Pods" }])).toEqual([{ type: "Pods" }]);
    const role = of("rbac.authorization.k8s.io/v1", "Role", { rules: [{ verbs: ["get"] }] });
    expect(outcome(role, { rules: [{ verbs: ["list"] }] })).toEqual({ ...role, rules: [{ verbs: ["list"] }] });
    const webhook = of("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", {
      webhooks: [{ name: "a" }, { name: "b" }],
    });
    expect(outcome(webhook, { webhooks: [{ name: "b", failurePolicy: "Ignore" }] })).toEqual({
      ...webhook,
      webhooks: [{ name: "a" }, { name: "b", failurePolicy: "Ignore" }],
    });
    const account = of("v1", "ServiceAccount", { secrets: [{ name: "a" }], imagePullSecrets: [{ name: "a" }] });
    expect(outcome(account, { secrets: [{ name: "b" }], imagePullSecrets: [{ name: "b" }] })).toEqual({
      ...account,
      secrets: [{ name: "a" }, { name: "b" }],
      imagePullSecrets: [{ name: "b" }],
    });
    const definition = of("apiextensions.k8s.io/v1", "CustomResourceDefinition", {
      spec: { versions: [{ name: "v1", served: true }] },
    });
    expect(inSpec(definition, "versions", [{ name: "v2" }])).toEqual([{ name: "v2" }]);
  });

  test("sets: finalizers", () => {
    const object: JsonObject = { apiVersion: "v1", kind: "ConfigMap", metadata: { finalizers: ["a/a", "b/b"] } };
    expect(outcome(object, { metadata: { finalizers: ["c/c", "a/a", { $remove: "b/b" }] } })).toEqual({
      ...object,
      metadata: { finalizers: ["a/a", "c/c"] },
    });
  });
});

describe("a custom resource", () => {
  const pod = {
    containers: [
      {
        name: "server",
        image: "shop:1",
        ports: [{ containerPort: 7000 }],
        env: [{ name: "PORT", value: "7000" }],
        securityContext: { privileged: false },
      },
    ],
    volumes: [{ name: "tmp", emptyDir: {} }],
  };
  const change = {
    containers: [{ name: "server", env: [{ name: "LOG_LEVEL", value: "INFO" }] }],
    volumes: [{ name: "cache", emptyDir: {} }],
  };
  const wanted = {
    containers: [
      {
        ...pod.containers[0],
        env: [
          { name: "PORT", value: "7000" },
          { name: "LOG_LEVEL", value: "INFO" },
        ],
      },
    ],
    volumes: [
      { name: "tmp", emptyDir: {} },
      { name: "cache", emptyDir: {} },
    ],
  };

  test.for([
    ["argoproj.io/v1alpha1", "Rollout", "template"],
    ["serving.knative.dev/v1", "Service", "template"],
    ["example.com/v1", "Thing", "podTemplate"],
    ["example.com/v1", "Thing", "workerPodTemplateSpec"],
  ] as const)("has a pod's keys in its pod template: %s %s %s", ([apiVersion, kind, field]) => {
    const object = { apiVersion, kind, metadata: { name: "a" }, spec: { [field]: { spec: pod } } };
    expect(outcome(object, { spec: { [field]: { spec: change } } })).toEqual({
      ...object,
      spec: { [field]: { spec: wanted } },
    });
  });

  test("has them of its own definition else", () => {
    const object = {
      apiVersion: "argoproj.io/v1alpha1",
      kind: "Application",
      metadata: { name: "a", finalizers: ["a/a"] },
      spec: {},
    };
    expect(outcome(object, { metadata: { finalizers: ["b/b"] } })).toEqual({
      ...object,
      metadata: { name: "a", finalizers: ["a/a", "b/b"] },
    });
  });

  test("whose lists nobody describes is not guessed at", () => {
    const object = {
      apiVersion: "argoproj.io/v1alpha1",
      kind: "Rollout",
      spec: { strategy: { canary: { steps: [{ setWeight: 20 }] } } },
    };
    expect(outcome(object, steps([{ setWeight: 50 }]))).toEqual([
      "patch-list: spec.strategy.canary.steps has 1 entry, and nobody says what tells them apart: this change would replace all of them (if that is meant, write { $whole: [ … ] } with every entry that is to be there)",
    ]);
    expect(outcome(object, steps({ $whole: [{ setWeight: 50 }] }))).toEqual({
      ...object,
      ...steps([{ setWeight: 50 }]),
    });
    expect(outcome(object, steps([{ setWeight: 20 }]))).toEqual(object);
    expect(outcome({ ...object, spec: {} }, steps([{ setWeight: 20 }]))).toEqual(object);
    expect(outcome({ ...object, spec: { args: ["a"] } }, { spec: { args: ["b"] } })).toEqual({
      ...object,
      spec: { args: ["b"] },
    });
  });
});

describe("what is refused", () => {
  test("a second entry where a change was meant", () => {
    const service: JsonObject = {
      apiVersion: "v1",
      kind: "Service",
      spec: { ports: [{ name: "http", port: 80, targetPort: 8080 }] },
    };
    expect(inSpec(service, "ports", [{ name: "http", port: 90, targetPort: 8080 }])).toEqual([
      'patch-entry: spec.ports would have two entries with the name "http": { port: 80 } and { port: 90 } (write { $entry: { port: 80 }, port: 90 } to change the one that is there, or give the new one another name)',
    ]);
    const unnamed: JsonObject = { apiVersion: "v1", kind: "Service", spec: { ports: [{ port: 53, protocol: "UDP" }] } };
    expect(inSpec(unnamed, "ports", [{ port: 53 }])).toEqual([
      'patch-entry: spec.ports would have two entries without a name: { port: 53, protocol: "UDP" } and { port: 53 } (write { $entry: { port: 53, protocol: "UDP" }, protocol: "TCP" } to change the one that is there, or give the new one another name)',
    ]);
    expect(inContainer("ports", [{ name: "http", containerPort: 80 }], [{ name: "http", containerPort: 90 }])).toEqual([
      'patch-entry: spec.template.spec.containers[web].ports would have two entries with the name "http": { containerPort: 80 } and { containerPort: 90 } (write { $entry: { containerPort: 80 }, containerPort: 90 } to change the one that is there, or give the new one another name)',
    ]);
    expect(
      inContainer("volumeDevices", [{ name: "a", devicePath: "/dev/a" }], [{ name: "a", devicePath: "/dev/b" }]),
    ).toEqual([
      'patch-entry: spec.template.spec.containers[web].volumeDevices would have two entries with the name "a": { devicePath: "/dev/a" } and { devicePath: "/dev/b" } (write { $entry: { devicePath: "/dev/a" }, devicePath: "/dev/b" } to change the one that is there, or give the new one another name)',
    ]);
  });

  test("an entry that is not there, is several, or has no key", () => {
    const env = [{ name: "HOST" }, { name: "PORT" }];
    const place = "patch-entry: spec.template.spec.containers[web].env";
    expect(inContainer("env", env, [{ $remove: { name: "HOTS" } }])).toEqual([
      `${place} has no entry { name: "HOTS" } (did you mean { name: "HOST" }?)`,
    ]);
    expect(inContainer("env", env, [{ $entry: { name: "SOMETHING_ELSE" }, value: "a" }])).toEqual([
      `${place} has no entry { name: "SOMETHING_ELSE" } (there are { name: "HOST" }, { name: "PORT" })`,
    ]);
    expect(inContainer("env", [], [{ $remove: { name: "A" } }])).toEqual([
      `${place} has no entry { name: "A" } (the list is empty)`,
    ]);
    expect(inContainer("env", env, [{ $remove: {} }])).toEqual([
      `${place} has {}, which is not an entry (write an entry with its key, { $entry: { <key> }, … } or { $remove: { <key> } })`,
    ]);
    expect(inContainer("env", env, ["A=1"])).toEqual([
      `${place} has "A=1", which is not an entry (write an entry with its key, { $entry: { <key> }, … } or { $remove: { <key> } })`,
    ]);
    expect(inContainer("env", env, [null])).toEqual([
      `${place} has null, which is not an entry (write an entry with its key, { $entry: { <key> }, … } or { $remove: { <key> } })`,
    ]);
    expect(inContainer("env", env, [{ value: "1" }])).toEqual([
      `patch-entry: an entry of spec.template.spec.containers[web].env has no name, by which its entries are known: {"value":"1"} (write name)`,
    ]);
    expect(inContainer("env", env, [{ name: "A" }, { name: "A", value: "1" }])).toEqual([
      `${place} would have two entries { name: "A" } (write it once)`,
    ]);
    expect(inContainer("env", env, [{ $entry: { name: "HOST" }, name: "PORT" }])).toEqual([
      `${place} would have two entries { name: "PORT" } (write it once)`,
    ]);
    const spread = [
      { topologyKey: "zone", whenUnsatisfiable: "DoNotSchedule" },
      { topologyKey: "zone", whenUnsatisfiable: "ScheduleAnyway" },
    ];
    expect(inPod("topologySpreadConstraints", spread, [{ $remove: { topologyKey: "zone" } }])).toEqual([
      'patch-entry: spec.template.spec.topologySpreadConstraints has 2 entries { topologyKey: "zone" } (name one of them: { topologyKey: "zone", whenUnsatisfiable: "DoNotSchedule" }, { topologyKey: "zone", whenUnsatisfiable: "ScheduleAnyway" })',
    ]);
  });

  test("to add beside an entry that lacks its key, as Knative allows", () => {
    const object = {
      apiVersion: "serving.knative.dev/v1",
      kind: "Service",
      spec: { template: { spec: { containers: [{ image: "a" }] } } },
    };
    expect(outcome(object, ofContainer({ name: "user", env: [] }))).toEqual([
      'patch-entry: an entry of spec.template.spec.containers has no name, by which its entries are known: {"image":"a"} (write name)',
    ]);
    expect(outcome(object, ofContainer({ $entry: { image: "a" }, name: "user" }))).toEqual({
      ...object,
      ...ofContainer({ image: "a", name: "user" }),
    });
  });

  test("a value that a set does not have, and what is not a value", () => {
    const object: JsonObject = { apiVersion: "v1", kind: "ConfigMap", metadata: { finalizers: ["a/first"] } };
    expect(outcome(object, finalizers({ $remove: "a/frist" }))).toEqual([
      'patch-entry: metadata.finalizers has no "a/frist" to remove (did you mean "a/first"?)',
    ]);
    expect(outcome(object, finalizers({ name: "a" }))).toEqual([
      'patch-entry: metadata.finalizers is a set of values, and {"name":"a"} is not a value (write a value to add it, { $remove: value } to remove it)',
    ]);
  });

  test("words where they mean nothing", () => {
    const key =
      "patch-list: spec.template.spec.tolerations is a list whose entries have no key, so $remove finds none (give the list whole: { $whole: [ … ] })";
    expect(inPod("tolerations", [{ key: "a" }], [{ $remove: { key: "a" } }])).toEqual([key]);
    expect(inContainer("env", [{ name: "A" }], [{ name: "A", $patch: "delete" }])).toEqual([
      "patch-entry: spec.template.spec.containers[web].env[A] has $patch, a word of strategic merge patches, which would become a field (write { $remove: { <key> } } for an entry, null for a field: docs/authoring.md shows each)",
    ]);
    expect(inContainer("livenessProbe", {}, { $remove: { exec: {} } })).toEqual([
      "patch-entry: spec.template.spec.containers[web].livenessProbe has $remove, which belongs into a list (write it as an entry of a list: docs/authoring.md shows each)",
    ]);
    // A ConfigMap's keys are free.
    const config: JsonObject = { apiVersion: "v1", kind: "ConfigMap", data: { a: "b" } };
    expect(outcome(config, { data: { $remove: "c" } })).toEqual({ ...config, data: { a: "b", $remove: "c" } });
    // Where nobody says what stands there, it is meant as a word all the same.
    const custom: JsonObject = { apiVersion: "example.com/v1", kind: "Widget", spec: { m: { x: 1 } } };
    expect(outcome(custom, { spec: { m: { $whole: { y: 1 } } } })).toEqual([
      "patch-entry: spec.m has $whole, which belongs into a list (write it as an entry of a list: docs/authoring.md shows each)",
    ]);
  });

  test("null that removes nothing", () => {
    const [where, next] = ["spec.template.spec.tolerations[0].value", "leave it out, or give it a value"];
    expect(inPod("tolerations", [], [{ key: "a", value: null }])).toEqual([
      `value-lost: ${where} is null, in a list that is given whole: it removes nothing (${next})`,
    ]);
    expect(inContainer("env", [], { $whole: [null] })).toEqual([
      `value-lost: spec.template.spec.containers[web].env[0] is null, in a list that is given whole: it removes nothing (${next})`,
    ]);
  });
});
