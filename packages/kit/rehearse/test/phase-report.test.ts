import { describe, expect, test } from "vitest";
import type { Live, LivePod, LiveService, LiveSlice, LiveWorkload, ClusterSnapshot, TimedEvent } from "../src/live.ts";
import { describeManifest, type Manifest, type ManifestData } from "../src/manifest.ts";
import { phaseReport } from "../src/phase-report.ts";
import type { Outcome, Recording } from "../src/recording.ts";

const app = { app: "web" };
const unnamed = { namespace: "default", resourceVersion: "1" };

function deployment(done: boolean, spec: object = {}, conditions: object[] = []): LiveWorkload {
  const counts = { observedGeneration: 1, replicas: 1, updatedReplicas: 1, availableReplicas: done ? 1 : 0 };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { ...unnamed, name: "web", uid: "deployment", generation: 1 },
    spec: { replicas: 1, template: { metadata: { labels: app } }, ...spec },
    status: { ...counts, conditions },
  } as unknown as LiveWorkload;
}

function pod(uid: string, status: object = { phase: "Running" }): LivePod {
  return {
    kind: "Pod",
    metadata: {
      ...unnamed,
      name: `web-1-${uid}`,
      uid,
      labels: { ...app, "pod-template-hash": "1" },
      ownerReferences: [{ kind: "ReplicaSet", name: "web-1" }],
    },
    status,
  };
}

function slice(...ready: boolean[]): LiveSlice {
  return {
    kind: "EndpointSlice",
    metadata: { ...unnamed, name: "web-1", uid: "slice", labels: { "kubernetes.io/service-name": "web" } },
    endpoints: ready.map((is, index) => ({ addresses: [`10.0.0.${index}`], conditions: { ready: is } })),
  };
}

const service = serviceWith({ selector: app });

function serviceWith(spec: object): LiveService {
  const metadata = { ...unnamed, name: "web", uid: "service" };
  return { apiVersion: "v1", kind: "Service", metadata, spec } as unknown as LiveService;
}

function snapshot(parts: Partial<ClusterSnapshot> = {}): ClusterSnapshot {
  return { services: [service], slices: [slice(true)], pods: [pod("a")], workloads: [deployment(true)], ...parts };
}

function manifest(kind: string, name: string, more: object = {}): Manifest {
  const namespace = kind === "Namespace" ? {} : { namespace: "default" };
  const data = {
    apiVersion: kind === "Deployment" ? "apps/v1" : "v1",
    kind,
    metadata: { name, ...namespace },
    ...more,
  } as ManifestData;
  return { where: `${kind}-${name}.yaml`, text: "", data };
}

function outcome(at: number, action: Outcome["action"], about: Manifest, message?: string): Outcome {
  return { at, action, manifest: about, ...(message === undefined ? {} : { message }) };
}

function modified(at: number, object: Live): TimedEvent {
  return { at, type: "MODIFIED", object };
}

function report(recording: Partial<Recording>) {
  return phaseReport({
    manifests: { before: [], after: [] },
    outcomes: [],
    snapshots: { before: snapshot(), after: snapshot() },
    events: [],
    seconds: 1,
    ...recording,
  });
}

const findings = (recording: Partial<Recording>): string[] =>
  report(recording).findings.map(({ severity, code, object, message }) => `${severity} ${code} ${object}: ${message}`);

function rolling(maxUnavailable: number | string, maxSurge: number | string): object {
  return { strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable, maxSurge } } };
}

function endingWith(parts: Partial<ClusterSnapshot>): Partial<Recording> {
  return { snapshots: { before: snapshot(), after: snapshot(parts) } };
}

test("a Deployment that rolls: what happened, in the order of time", () => {
  const web = manifest("Deployment", "web");
  const old = manifest("Service", "old");
  expect(
    report({
      manifests: { before: [web, old], after: [web, manifest("Service", "web")] },
      outcomes: [
        outcome(0, "unchanged", manifest("Service", "web")),
        outcome(0.1, "changed", web),
        outcome(0.2, "pruned", old),
      ],
      events: [
        modified(0.15, deployment(false)),
        modified(0.4, slice(true, true)),
        modified(0.5, slice(false, true)),
        modified(0.6, deployment(true)),
      ],
      seconds: 0.75,
    }),
  ).toEqual({
    seconds: 0.75,
    timeline: [
      { at: 0.1, what: "changed", object: "Deployment default/web" },
      { at: 0.2, what: "pruned", object: "Service default/old" },
      { at: 0.6, what: "ready", object: "Deployment default/web" },
    ],
    unchanged: 1,
    services: [{ service: "Service default/web", before: 1, lowest: 1, after: 1, ports: [] }],
    configMaps: [],
    expectations: [
      { about: "pods", object: "Deployment default/web", expected: { type: "stay" }, happened: "stayed", agree: true },
    ],
    findings: [],
  });
});

describe("a Service without endpoints for a while", () => {
  const events = [modified(0.2, slice(false)), modified(0.25, slice()), modified(0.5, slice(true))];
  const allowing = (spec: object): Partial<Recording> => ({
    events,
    snapshots: { before: snapshot(), after: snapshot({ workloads: [deployment(true, spec)] }) },
  });

  test("is in the timeline and in the table", () => {
    const { timeline, services } = report({ events });
    expect(timeline).toEqual([
      { at: 0.2, what: "down", object: "Service default/web" },
      { at: 0.5, what: "up", object: "Service default/web" },
    ]);
    expect(services).toEqual([{ service: "Service default/web", before: 1, lowest: 0, after: 1, ports: [] }]);
  });

  test.for([rolling(0, 1), rolling("25%", "25%"), rolling("99%", 1)])("hurts with %o", (spec) => {
    expect(findings(allowing(spec))).toEqual([
      "hurts downtime Service default/web: had no ready endpoint from 0.20 s to 0.50 s, although maxUnavailable is 0 for Deployment default/web",
    ]);
  });

  test.for([rolling(1, 0), rolling("100%", 0), rolling("25%", 0), { strategy: { type: "Recreate" } }])(
    "is worth a note with %o",
    (spec) => {
      expect(findings(allowing(spec))).toEqual([
        "note downtime Service default/web: had no ready endpoint from 0.20 s to 0.50 s; Deployment default/web allows it: 1 of 1 pods may be away while it rolls",
      ]);
    },
  );

  test("for ever hurts whatever the Deployment allows, unless it has no pods", () => {
    const ending = (spec: object): Partial<Recording> => ({
      events: events.slice(0, 1),
      snapshots: {
        before: snapshot(),
        after: snapshot({ slices: [slice(false)], workloads: [deployment(true, spec)] }),
      },
    });
    expect(findings(ending(rolling(1, 0)))).toEqual([
      "hurts downtime Service default/web: had 1 ready endpoint and ends with none: no pod of Deployment default/web is ready",
    ]);
    const none = deployment(true, { replicas: 0 });
    const status = { observedGeneration: 1 };
    const after = snapshot({ slices: [slice()], workloads: [{ ...none, status }] });
    expect(findings({ snapshots: { before: snapshot(), after } })).toEqual([
      "note no-endpoints Service default/web: had 1 ready endpoint and ends with none, as intended: Deployment default/web has 0 replicas",
    ]);
  });

  test("that is pruned is worth a note; one that is wanted hurts", () => {
    const snapshots = { before: snapshot(), after: snapshot({ services: [], slices: [] }) };
    expect(findings({ snapshots })).toEqual([
      "note prune Service default/web: is pruned while it has 1 ready endpoint",
    ]);
    expect(findings({ snapshots, manifests: { before: [], after: [manifest("Service", "web")] } })).toEqual([
      "hurts downtime Service default/web: is wanted, and gone in the end",
    ]);
  });

  test("and before it is worth a note", () => {
    const empty = snapshot({ slices: [] });
    expect(findings({ snapshots: { before: empty, after: empty } })).toEqual([
      "note no-endpoints Service default/web: has no ready endpoint: no pod of Deployment default/web is ready",
    ]);
  });
});

const named = (...names: string[]): LiveSlice => ({
  ...slice(true),
  ports: names.map((name) => ({ name, protocol: "TCP" })),
});

describe("a port of a Service", () => {
  const ports = [
    { name: "http", port: 80, protocol: "TCP", targetPort: "http" },
    { name: "metrics", port: 9090, protocol: "TCP", targetPort: "metrics" },
  ];
  const both = serviceWith({ selector: app, ports });
  const containing = (...names: string[]): object => ({
    template: {
      metadata: { labels: app },
      spec: { containers: [{ name: "web", ports: names.map((name) => ({ name, containerPort: 8080 })) }] },
    },
  });
  const changing = (names: readonly string[], spec: object, services = [both]): Partial<Recording> => ({
    events: [modified(0.3, named(...names))],
    snapshots: {
      before: snapshot({ services: [both], slices: [named("http", "metrics")] }),
      after: snapshot({ services, slices: [named(...names)], workloads: [deployment(true, spec)] }),
    },
  });

  test("that no container has any more hurts, and the others are told apart", () => {
    const recording = changing(["http"], containing("http"));
    expect(findings(recording)).toEqual([
      "hurts downtime Service default/web: its port metrics had 1 ready endpoint and ends with none: no container of Deployment default/web has the port metrics",
    ]);
    const { services, timeline } = report(recording);
    expect(services).toEqual([
      {
        service: "Service default/web",
        before: 1,
        lowest: 1,
        after: 1,
        ports: [
          { port: "http", before: 1, lowest: 1, after: 1 },
          { port: "metrics", before: 1, lowest: 0, after: 0 },
        ],
      },
    ]);
    expect(timeline).toEqual([{ at: 0.3, what: "down", object: "Service default/web port metrics" }]);
  });

  test("all of which no container has hurts, also where there are no replicas", () => {
    const expected =
      "hurts downtime Service default/web: had 1 ready endpoint and ends with none: no container of Deployment default/web has the port http, metrics";
    expect(findings(changing([], containing("other")))).toEqual([expected]);
    const none = changing([], { ...containing("other"), replicas: 0 });
    expect(findings(none).filter((one) => one.includes("Service"))).toEqual([expected]);
  });

  test("that has another name is the same port; one that is gone is worth a note", () => {
    const renamed = serviceWith({ selector: app, ports: [{ ...ports[0], name: "web" }] });
    expect(findings(changing(["web"], containing("http"), [renamed]))).toEqual([
      "note prune Service default/web: its port metrics is gone while it has 1 ready endpoint",
    ]);
  });
});

describe("a Service without a selector", () => {
  const open = serviceWith({ ports: [{ port: 80 }] });
  const ending = (spec: object): Partial<Recording> => ({
    ...endingWith({ services: [serviceWith(spec)] }),
    manifests: { before: [], after: [manifest("Service", "web")] },
  });

  test("that had one hurts, unless it is a name in the DNS", () => {
    expect(findings(ending({ ports: [{ port: 80 }] }))).toEqual([
      "hurts downtime Service default/web: had 1 ready endpoint by a selector that it has no more: it has no selector, and nothing here says where it leads",
    ]);
    expect(findings(ending({ type: "ExternalName", externalName: "example.com" }))).toEqual([
      "note no-endpoints Service default/web: had 1 ready endpoint by a selector that it has no more: it is a name in the DNS",
    ]);
  });

  test("that never had one is worth a note", () => {
    const there = snapshot({ services: [open] });
    const manifests = { before: [], after: [manifest("Service", "web")] };
    expect(findings({ snapshots: { before: there, after: there }, manifests })).toEqual([
      "note no-endpoints Service default/web: has no pods, as intended: it has no selector, and nothing here says where it leads",
    ]);
  });
});

describe("a workload that is not ready in the end", () => {
  test("because of pods that stay Pending: the scheduler's reasons", () => {
    const placed = {
      type: "PodScheduled",
      status: "False",
      reason: "Unschedulable",
      message: "0/1 nodes are available",
    };
    const pending = { phase: "Pending", conditions: [placed] };
    const pods = [pod("a"), pod("b", pending), pod("c", pending)];
    expect(findings(endingWith({ pods, workloads: [deployment(false)] }))).toEqual([
      "hurts pending Deployment default/web: 2 pods stay Pending: 0/1 nodes are available",
    ]);
  });

  test("for another reason: its controller's words, a refusal of the pods first", () => {
    const available = { type: "Available", status: "False", message: "does not have minimum availability" };
    const failure = { type: "ReplicaFailure", status: "True", message: "pods are forbidden" };
    expect(findings(endingWith({ workloads: [deployment(false, {}, [available])] }))).toEqual([
      "hurts not-ready Deployment default/web: is not ready in time: does not have minimum availability",
    ]);
    expect(findings(endingWith({ workloads: [deployment(false, {}, [available, failure])] }))).toEqual([
      "hurts not-ready Deployment default/web: is not ready in time: pods are forbidden",
    ]);
  });
});

describe("objects", () => {
  test("that are refused hurt, with the server's words and their file", () => {
    const web = manifest("Deployment", "web");
    const outcomes = [outcome(0.1, "refused", web, "field is immutable")];
    expect(report({ outcomes, manifests: { before: [], after: [web] } }).findings).toEqual([
      {
        severity: "hurts",
        code: "refused",
        object: "Deployment default/web",
        where: "Deployment-web.yaml",
        message: "field is immutable",
      },
    ]);
  });

  test("that take others with them when they are pruned are said", () => {
    const outcomes = [
      outcome(0.1, "pruned", manifest("PersistentVolumeClaim", "data")),
      outcome(0.2, "pruned", manifest("Namespace", "default")),
    ];
    expect(findings({ outcomes })).toEqual([
      "note prune PersistentVolumeClaim default/data: is pruned, and its data with it unless retained",
      "note prune Namespace default: is pruned, and with it everything that is in it",
    ]);
    expect(findings({ outcomes, manifests: { before: [], after: [manifest("ConfigMap", "web")] } })).toContain(
      "hurts prune Namespace default: is pruned, and with it everything that is in it, also 1 object still wanted",
    );
  });
});

describe("a ConfigMap that changes", () => {
  const config = (value: string): Manifest => manifest("ConfigMap", "config", { data: { key: value } });
  const container = { envFrom: [{ configMapRef: { name: "config" } }] };
  const reader = manifest("Deployment", "web", { spec: { template: { spec: { containers: [container] } } } });
  const manifests = { before: [config("1"), reader], after: [config("2"), reader] };
  const configMap = "ConfigMap default/config";
  const web = describeManifest(reader.data);

  test("and rolls the pods", () => {
    const snapshots = { before: snapshot(), after: snapshot({ pods: [pod("b")] }) };
    const { configMaps, findings: found } = report({ manifests, snapshots });
    expect([configMaps, found]).toEqual([[{ configMap, keys: ["key"], rolled: [web], notRolled: [] }], []]);
  });

  test("and does not", () => {
    const { configMaps } = report({ manifests });
    expect(configMaps).toEqual([{ configMap, keys: ["key"], rolled: [], notRolled: [web] }]);
    expect(findings({ manifests })).toEqual([
      "hurts config-not-rolled Deployment default/web: reads key of ConfigMap default/config, which changed, and its pods were not made anew",
    ]);
  });

  test("is not blamed where the reader is not ready or was refused", () => {
    const snapshots = { before: snapshot(), after: snapshot({ workloads: [deployment(false)] }) };
    const nobody = [{ configMap, keys: ["key"], rolled: [], notRolled: [] }];
    expect(report({ manifests, snapshots }).configMaps).toEqual(nobody);
    expect(report({ manifests, outcomes: [outcome(0, "refused", reader, "no")] }).configMaps).toEqual(nobody);
  });
});

const workload = (kind: string, spec: object): Manifest => {
  const template = (image: string): object => ({
    metadata: { labels: app },
    spec: { containers: [{ name: "web", image }] },
  });
  const { image, ...rest } = spec as { image: string };
  const whole = { replicas: 3, selector: { matchLabels: app }, template: template(image), ...rest };
  const data = {
    apiVersion: "apps/v1",
    kind,
    metadata: { name: "web", namespace: "default" },
    spec: whole,
  } as ManifestData;
  return { where: "web.yaml", text: "", data };
};

const live = (kind: string, spec: object, status: object): LiveWorkload =>
  ({
    apiVersion: "apps/v1",
    kind,
    metadata: { ...unnamed, name: "web", uid: "web", generation: 2 },
    spec: { replicas: 3, template: { metadata: { labels: app } }, ...spec },
    status: {
      observedGeneration: 2,
      replicas: 3,
      availableReplicas: 3,
      currentRevision: "one",
      updateRevision: "other",
      ...status,
    },
  }) as unknown as LiveWorkload;

const podsOf = (kind: string, ...uids: string[]): LivePod[] =>
  uids.map((uid) => ({ ...pod(uid), metadata: { ...pod(uid).metadata, ownerReferences: [{ kind, name: "web" }] } }));

const partition = (ordinal: number): object => ({
  updateStrategy: { type: "RollingUpdate", rollingUpdate: { partition: ordinal } },
});

const updating = (kind: string, spec: object, status: object, uids: readonly string[]) => {
  const here = { services: [], slices: [] };
  const before = snapshot({
    ...here,
    pods: podsOf(kind, "a", "b", "c"),
    workloads: [live(kind, spec, { updatedReplicas: 3 })],
  });
  const after = snapshot({ ...here, pods: podsOf(kind, ...uids), workloads: [live(kind, spec, status)] });
  const manifests = {
    before: [workload(kind, { ...spec, image: "web:1" })],
    after: [workload(kind, { ...spec, image: "web:2" })],
  };
  const { expectations } = report({ snapshots: { before, after }, manifests });
  return [findings({ snapshots: { before, after }, manifests }), expectations];
};

describe("pods that stay as they are by intention", () => {
  const about = { about: "pods", object: "StatefulSet default/web" };

  test("below a partition", () => {
    expect(updating("StatefulSet", partition(2), { updatedReplicas: 1 }, ["a", "b", "d"])).toEqual([
      ["note waits StatefulSet default/web: 2 of 3 pods wait until its partition is lowered: it is 2"],
      [{ ...about, expected: { type: "roll", from: 2 }, happened: "partly", agree: true }],
    ]);
    expect(updating("StatefulSet", partition(3), { updatedReplicas: 0 }, ["a", "b", "c"])).toEqual([
      ["note waits StatefulSet default/web: 3 of 3 pods wait until its partition is lowered: it is 3"],
      [{ ...about, expected: { type: "wait", for: "partition" }, happened: "stayed", agree: true }],
    ]);
  });

  test("unless one of those that are to be new is not", () => {
    expect(updating("StatefulSet", partition(1), { updatedReplicas: 1 }, ["a", "b", "d"])[0]).toEqual([
      "hurts not-ready StatefulSet default/web: is not ready in time: its controller says no reason",
      "note waits StatefulSet default/web: 2 of 3 pods wait until its partition is lowered: it is 1",
    ]);
  });

  test("unless it was taken back: then all are to be of the one revision", () => {
    const back = { updatedReplicas: 2, updateRevision: "one" };
    expect(updating("StatefulSet", partition(2), back, ["a", "b", "d"])[0]).toContain(
      "hurts not-ready StatefulSet default/web: is not ready in time: its controller says no reason",
    );
    const done = { ...back, updatedReplicas: 3 };
    expect(updating("StatefulSet", partition(2), done, ["a", "b", "d"])[0]).toEqual([]);
  });

  test("with OnDelete", () => {
    const spec = { updateStrategy: { type: "OnDelete" } };
    expect(updating("StatefulSet", spec, {}, ["a", "b", "c"])[0]).toEqual([
      "note waits StatefulSet default/web: 3 of 3 pods wait until somebody deletes them: its update strategy is OnDelete",
    ]);
  });

  test("what is otherwise than the model has it is told", () => {
    expect(updating("StatefulSet", {}, { updatedReplicas: 3 }, ["a", "b", "c"])).toEqual([
      [],
      [{ ...about, expected: { type: "roll" }, happened: "stayed", agree: false }],
    ]);
  });
});
