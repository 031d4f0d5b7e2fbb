import { template, templateEdits, type Template } from "./template-edits.ts";

type Data = Record<string, any>;

export interface Pair {
  readonly name: string;
  readonly before: Data;
  readonly after: Data;
}

const selector = { matchLabels: { app: "web" } };

const bases: Readonly<Record<string, Data>> = {
  Deployment: { apiVersion: "apps/v1", kind: "Deployment", spec: { replicas: 2, selector, template } },
  StatefulSet: {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    spec: { replicas: 2, serviceName: "web", selector, template },
  },
  DaemonSet: { apiVersion: "apps/v1", kind: "DaemonSet", spec: { selector, template } },
};

const podSpec = { restartPolicy: "Never", containers: [{ name: "run", image: "run:1.0" }] };
const smallBases: Readonly<Record<string, Data>> = {
  Job: { apiVersion: "batch/v1", kind: "Job", spec: { template: { spec: podSpec } } },
  CronJob: {
    apiVersion: "batch/v1",
    kind: "CronJob",
    spec: { schedule: "0 0 1 1 *", jobTemplate: { spec: { template: { spec: podSpec } } } },
  },
};

type Edit = (object: Data) => void;

const claim = {
  metadata: { name: "d" },
  spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
};
const image: Edit = (one) => void (one["spec"].template.spec.containers[0].image = "web:1.1");
const both =
  (...edits: readonly Edit[]): Edit =>
  (object) =>
    edits.forEach((edit) => edit(object));
const spec =
  (fields: Data): Edit =>
  (object) =>
    void Object.assign(object["spec"], fields);
const nothing: Edit = () => {};

/** Pairs of one kind: what is before the edit, and the edit. */
const edits: Readonly<Record<string, Readonly<Record<string, readonly [Edit, Edit]>>>> = {
  Deployment: {
    nothing: [nothing, nothing],
    "labels of its own": [nothing, (one) => void (one["metadata"].labels = { team: "a" })],
    "annotations of its own": [nothing, (one) => void (one["metadata"].annotations = { team: "a" })],
    "more replicas": [nothing, spec({ replicas: 3 })],
    "replicas not written": [nothing, (one) => void delete one["spec"].replicas],
    "replicas zero": [nothing, spec({ replicas: 0 })],
    "the default of replicas": [(one) => void delete one["spec"].replicas, spec({ replicas: 1 })],
    "paused, and another image": [spec({ paused: true }), image],
    "paused now, and another image": [nothing, both(spec({ paused: true }), image)],
    "resumed, and another image": [spec({ paused: true }), both(spec({ paused: false }), image)],
    "paused false": [nothing, spec({ paused: false })],
    "another image without replicas": [spec({ replicas: 0 }), image],
    "replicas, recreated": [spec({ strategy: { type: "Recreate" } }), spec({ replicas: 3 })],
    "another image, recreated": [spec({ strategy: { type: "Recreate" } }), image],
    "defaults of the strategy": [
      nothing,
      spec({ strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: "25%", maxUnavailable: "25%" } } }),
    ],
    "a part of the strategy": [nothing, spec({ strategy: { type: "RollingUpdate" } })],
    "another surge": [nothing, spec({ strategy: { rollingUpdate: { maxSurge: 1 } } })],
    "defaults of the spec": [
      nothing,
      spec({ revisionHistoryLimit: 10, progressDeadlineSeconds: 600, minReadySeconds: 0 }),
    ],
    "another history": [nothing, spec({ revisionHistoryLimit: 3 })],
    "another selector": [nothing, spec({ selector: { matchLabels: { app: "web", tier: "front" } } })],
    "the selector as expressions": [
      nothing,
      spec({ selector: { matchExpressions: [{ key: "app", operator: "In", values: ["web"] }] } }),
    ],
  },
  StatefulSet: {
    nothing: [nothing, nothing],
    "more replicas": [nothing, spec({ replicas: 3 })],
    "another service name": [nothing, spec({ serviceName: "other" })],
    "another pod management": [nothing, spec({ podManagementPolicy: "Parallel" })],
    "the default pod management": [nothing, spec({ podManagementPolicy: "OrderedReady" })],
    "another claim size": [
      spec({ volumeClaimTemplates: [claim] }),
      (one) => void (one["spec"].volumeClaimTemplates[0].spec.resources.requests.storage = "2Gi"),
    ],
    "the same claim size in another form": [
      spec({ volumeClaimTemplates: [claim] }),
      (one) => void (one["spec"].volumeClaimTemplates[0].spec.resources.requests.storage = "1024Mi"),
    ],
    "defaults of a claim": [
      spec({ volumeClaimTemplates: [claim] }),
      (one) => void (one["spec"].volumeClaimTemplates[0].spec.volumeMode = "Filesystem"),
    ],
    "a partition above all": [spec({ updateStrategy: { rollingUpdate: { partition: 2 } } }), image],
    "a partition of some": [spec({ updateStrategy: { rollingUpdate: { partition: 1 } } }), image],
    "deleted by hand": [spec({ updateStrategy: { type: "OnDelete" } }), image],
    "defaults of the update": [
      nothing,
      spec({ updateStrategy: { type: "RollingUpdate", rollingUpdate: { partition: 0 } } }),
    ],
    "claims deleted with it": [nothing, spec({ persistentVolumeClaimRetentionPolicy: { whenDeleted: "Delete" } })],
    "claims kept by default": [nothing, spec({ persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain" } })],
    "ordinals from three": [nothing, spec({ ordinals: { start: 3 } })],
    "another selector": [nothing, spec({ selector: { matchLabels: { app: "web", tier: "front" } } })],
  },
  DaemonSet: {
    nothing: [nothing, nothing],
    "deleted by hand": [spec({ updateStrategy: { type: "OnDelete" } }), image],
    "defaults of the update": [
      nothing,
      spec({ updateStrategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } }),
    ],
    "more at once": [nothing, spec({ updateStrategy: { rollingUpdate: { maxUnavailable: 2 } } })],
    "another selector": [nothing, spec({ selector: { matchLabels: { app: "web", tier: "front" } } })],
  },
  Job: {
    nothing: [nothing, nothing],
    "another image": [nothing, (one) => void (one["spec"].template.spec.containers[0].image = "run:1.1")],
    "another image while suspended": [
      spec({ suspend: true }),
      (one) => void (one["spec"].template.spec.containers[0].image = "run:1.1"),
    ],
    "a toleration while suspended": [
      spec({ suspend: true }),
      (one) => void (one["spec"].template.spec.tolerations = [{ key: "a", operator: "Exists" }]),
    ],
    "resources while suspended": [
      spec({ suspend: true }),
      (one) => void (one["spec"].template.spec.containers[0].resources = { requests: { cpu: "1" } }),
    ],
    "defaults of the container": [
      nothing,
      (one) => void (one["spec"].template.spec.containers[0].imagePullPolicy = "IfNotPresent"),
    ],
    "more at once": [nothing, spec({ parallelism: 2 })],
    "more completions": [nothing, spec({ completions: 2 })],
    "another backoff": [nothing, spec({ backoffLimit: 2 })],
    "defaults of the spec": [
      nothing,
      spec({ backoffLimit: 6, completions: 1, parallelism: 1, completionMode: "NonIndexed", suspend: false }),
    ],
    "fewer at once than written": [spec({ parallelism: 2 }), spec({ parallelism: 1 })],
    "a deadline": [nothing, spec({ activeDeadlineSeconds: 60 })],
    "cleaned up": [nothing, spec({ ttlSecondsAfterFinished: 60 })],
    indexed: [nothing, spec({ completionMode: "Indexed" })],
    "indexed, and more of both": [
      spec({ completionMode: "Indexed", completions: 2, parallelism: 2 }),
      spec({ completions: 3, parallelism: 3 }),
    ],
    "indexed, and more of one": [
      spec({ completionMode: "Indexed", completions: 2, parallelism: 2 }),
      spec({ completions: 3 }),
    ],
    "a failure policy": [
      nothing,
      spec({ podFailurePolicy: { rules: [{ action: "FailJob", onExitCodes: { operator: "In", values: [1] } }] } }),
    ],
  },
  CronJob: {
    nothing: [nothing, nothing],
    "another schedule": [nothing, spec({ schedule: "1 0 1 1 *" })],
    "another image": [
      nothing,
      (one) => void (one["spec"].jobTemplate.spec.template.spec.containers[0].image = "run:1.1"),
    ],
    "defaults of the spec": [
      nothing,
      spec({ concurrencyPolicy: "Allow", suspend: false, failedJobsHistoryLimit: 1, successfulJobsHistoryLimit: 3 }),
    ],
    "defaults of its jobs": [nothing, (one) => void (one["spec"].jobTemplate.spec.backoffLimit = 6)],
    "defaults of its pods": [
      nothing,
      (one) => void (one["spec"].jobTemplate.spec.template.spec.terminationGracePeriodSeconds = 30),
    ],
    suspended: [nothing, spec({ suspend: true })],
  },
};

/** Every pair, each with a name of its own. */
export function rolloutPairs(): Pair[] {
  const ofTemplates = Object.keys(bases).flatMap((kind) =>
    Object.entries(templateEdits).map(([name, edit]) =>
      pairOf(kind, name, nothing, ({ spec: { template: one } }) => {
        const pod = (one as Template)["spec"] as Template;
        edit(one as Template, pod, pod["containers"][0]);
      }),
    ),
  );
  const ofKinds = Object.entries(edits).flatMap(([kind, all]) =>
    Object.entries(all).map(([name, [first, edit]]) => pairOf(kind, name, first, edit)),
  );
  // And the way back: what was written out is dropped. A workload that selects other pods than its own cannot be made.
  const possible = [...ofTemplates, ...ofKinds].filter(({ name }) => !/a label of the selector/.test(name));
  const back = possible.map(({ name, before, after }) => ({
    name: `${name}, taken back`,
    before: after,
    after: before,
  }));
  return [...ofTemplates, ...ofKinds, ...back].map((pair, index) => named(pair, `w${index}`));
}

function pairOf(kind: string, name: string, first: Edit, edit: Edit): Pair {
  const before: Data = structuredClone({ ...(bases[kind] ?? smallBases[kind]!), metadata: {} });
  first(before);
  const after = structuredClone(before);
  edit(after);
  return { name: `${kind}: ${name}`, before, after };
}

function named({ name, before, after }: Pair, own: string): Pair {
  const [one, other] = [before, after].map((side) => ({ ...side, metadata: { ...side["metadata"], name: own } }));
  return { name, before: one!, after: other! };
}
