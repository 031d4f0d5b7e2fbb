import { capacityReport, type CapacityReport } from "@kit/capacity";
import type { formatChanges, formatImages } from "@kit/images";
import { orderOf, type Order } from "@kit/order";
import type { Rehearsal } from "@kit/rehearse";

const wave = "argocd.argoproj.io/sync-wave";

/** A cluster that is too small, by the names of what is on it. */
export const capacityOfNames: CapacityReport = capacityReport([
  {
    id: "name0",
    cluster: {
      id: "name1",
      nodes: [{ count: 2, cpu: "4", memory: "8Gi", taints: [{ key: "name2", effect: "NoSchedule" }] }],
      reserve: { cpu: "1", memory: "2Gi" },
      target: 70,
    },
    objects: ["name3", "name4"].map((name) => ({ where: name, data: workload(name) })),
  },
]);

/** What runs where, and what is to run. */
export const imagesOfNames: {
  readonly listed: Parameters<typeof formatImages>;
  readonly changes: Parameters<typeof formatChanges>[0];
} = {
  listed: [
    ["name0", "name1"],
    [
      {
        name: "name2",
        deployed: [
          {
            environment: "name0",
            reference: "name3:name4",
            rendered: ["name2:name5"],
            agrees: false,
            setBy: [{ file: "overlays/name6/name7", line: 1, entry: "name8", field: "imageTags" }],
            namedBy: ["name9"],
          },
          {
            environment: "name1",
            reference: "name3:name4",
            rendered: [],
            agrees: true,
            setBy: [],
            namedBy: ["generated/name9"],
          },
        ],
      },
    ],
  ],
  changes: [
    {
      name: "name0",
      file: "overlays/dev/kustomization.yaml",
      index: 0,
      before: { repository: "name1", tag: "name2", digest: undefined },
      after: { repository: "name3", tag: "name4", digest: undefined },
      policy: "name5",
    },
  ],
};

/** Objects that wait for each other, with a wave that nobody can read. */
export const orderOfNames: Order = orderOf([
  { apiVersion: "v1", kind: "Namespace", metadata: { name: "name1" } },
  {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "name2", namespace: "name1", annotations: { [wave]: "name3" } },
  },
  {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "name4", namespace: "name1" },
    spec: { selector: { app: "name5" } },
  },
  {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "name6", namespace: "name1" },
    spec: {
      template: {
        metadata: { labels: { app: "name5" } },
        spec: {
          containers: [
            {
              name: "name7",
              env: [{ name: "name8", valueFrom: { configMapKeyRef: { name: "name2", key: "name9" } } }],
            },
          ],
        },
      },
    },
  },
]);

export const rehearsalOfNames: Rehearsal = {
  environment: "name0",
  ref: "name1",
  objects: 9,
  before: [{ severity: "note", code: "pending", object: "Pod name2", message: "two\nlines" }],
  sync: {
    seconds: 1,
    timeline: [{ at: 0, what: "changed", object: "ConfigMap name4/name5" }],
    unchanged: 1,
    services: [
      {
        service: "Service name6",
        before: 1,
        lowest: 1,
        after: 1,
        ports: [{ port: "name10", before: 1, lowest: 0, after: 0 }],
      },
    ],
    configMaps: [{ configMap: "ConfigMap name4/name5", keys: ["name7"], rolled: ["Deployment name8"], notRolled: [] }],
    expectations: [
      { about: "pods", object: "Pod name2", expected: { type: "stay" }, happened: "anew", agree: false },
      { about: "endpoints", object: "Service name6", port: "name10", expected: true, happened: false, agree: false },
    ],
    findings: [
      { severity: "hurts", code: "refused", object: "Pod name2", where: "generated/name9", message: "two\nlines" },
    ],
  },
  rollback: undefined,
};

function workload(name: string): object {
  const resources = { requests: { cpu: "1", memory: "2Gi" }, limits: { cpu: "2", memory: "4Gi" } };
  const template = { metadata: { labels: { app: name } }, spec: { containers: [{ name, image: name, resources }] } };
  const spec = { replicas: 9, selector: { matchLabels: { app: name } }, template };
  return { apiVersion: "apps/v1", kind: "Deployment", metadata: { name }, spec };
}
