import { capacityReport, formatJson, formatMarkdown, formatText, type Deployed } from "@kit/capacity";
import { expect, test } from "vitest";
import { clusterOf, container, deployment, objectOf } from "./objects.ts";

/** An environment with every line that a report may have: over in memory, scaled up, apart, unlimited, 14 nodes. */
function everything(): Deployed {
  const apart = {
    requiredDuringSchedulingIgnoredDuringExecution: [
      { labelSelector: { matchLabels: { app: "db" } }, topologyKey: "kubernetes.io/hostname" },
    ],
  };
  const objects = [
    deployment("web", { replicas: 3 }, { containers: [container({ cpu: "250m" }, { memory: "1000M" })] }),
    deployment(
      "db",
      { replicas: 13, strategy: { rollingUpdate: { maxSurge: 2, maxUnavailable: 0 } } },
      {
        containers: [container({ cpu: "500m", memory: "1Gi" }, { cpu: "1", memory: "5Gi" })],
        affinity: { podAntiAffinity: apart },
      },
    ),
    objectOf("HorizontalPodAutoscaler", "web", { scaleTargetRef: { kind: "Deployment", name: "web" }, maxReplicas: 4 }),
  ];
  const taints = [{ key: "spot", effect: "NoSchedule" as const }];
  return {
    id: "prod",
    cluster: clusterOf({ count: 13 }, { taints, memory: "8000M" }),
    objects: objects.map((data, index) => ({ where: String(index), data })),
  };
}

test("as text", () => {
  expect(formatText(capacityReport([everything()]))).toMatchInlineSnapshot(`
    "prod on one
      over the target: the memory limits are 81% (≈69421Mi of ≈85453Mi), 70% are allowed
      does not fit while all roll at once: 2 pods of db find no node: 13 nodes are too near to a pod that must be away; 1 node has the taint spot, which the pod does not tolerate
      to be within the target: db with a memory limit of 4381Mi instead of 5120Mi, or db with 11 replicas instead of 13
      to fit: db with 12 replicas instead of 13

      Requests  Pods  Memory   CPU  Total memory  Total CPU
      web          3  ≈954Mi  250m       ≈2861Mi       750m
      db          13  1024Mi  500m       13312Mi      6500m
      Total       16                    ≈16173Mi      7250m

      Limits  Pods  Memory    CPU  Total memory  Total CPU
      web        3  ≈954Mi   250m       ≈2861Mi       750m
      db        13  5120Mi  1000m       66560Mi     13000m
      Total     16                     ≈69421Mi     13750m

      Usage   All nodes   System  Available    Limits  Usage  Target  Verdict
      Memory  ≈114125Mi  28672Mi   ≈85453Mi  ≈69421Mi    81%     70%  over
      CPU        56000m   14000m     42000m    13750m    33%     70%  within

      Requested         Pods    Memory    CPU  Of memory  Of CPU  Verdict
      nothing rolls       16  ≈16173Mi  7250m        19%     17%  fits
      all is scaled up    17  ≈17127Mi  7500m        20%     18%  fits
      only db rolls       19  ≈19175Mi  8500m        22%     20%  2 pods without a node
      all roll at once    20  ≈20128Mi  8750m        24%     21%  2 pods without a node

      While all roll        Pods             Memory            CPU  On it
      node-1            2 of 110  ≈1978Mi of 6144Mi  750m of 3000m  web, db
      node-2            2 of 110  ≈1978Mi of 6144Mi  750m of 3000m  web, db
      node-3            2 of 110  ≈1978Mi of 6144Mi  750m of 3000m  web, db
      node-4            2 of 110  ≈1978Mi of 6144Mi  750m of 3000m  web, db
      node-5            2 of 110  ≈1978Mi of 6144Mi  750m of 3000m  web, db
      node-6            1 of 110   1024Mi of 6144Mi  500m of 3000m  db
      node-7            1 of 110   1024Mi of 6144Mi  500m of 3000m  db
      node-8            1 of 110   1024Mi of 6144Mi  500m of 3000m  db
      node-9            1 of 110   1024Mi of 6144Mi  500m of 3000m  db
      node-10           1 of 110   1024Mi of 6144Mi  500m of 3000m  db
      node-11           1 of 110   1024Mi of 6144Mi  500m of 3000m  db
      node-12           1 of 110   1024Mi of 6144Mi  500m of 3000m  db
      and 2 nodes more

      the largest further pod that fits also then: 5120Mi and 2500m on node-6

      More replicas  Find a node  Within the target
      web                     48                  0
      db                       0                  0

      web has a container without a cpu limit: its request counts in the limit's place
    "
  `);
});

test("as Markdown", () => {
  expect(formatMarkdown(capacityReport([everything()]))).toMatchInlineSnapshot(`
    "# Capacity

    ## prod on one

    - over the target: the memory limits are 81% (≈69421Mi of ≈85453Mi), 70% are allowed
    - does not fit while all roll at once: 2 pods of db find no node: 13 nodes are too near to a pod that must be away; 1 node has the taint spot, which the pod does not tolerate
    - to be within the target: db with a memory limit of 4381Mi instead of 5120Mi, or db with 11 replicas instead of 13
    - to fit: db with 12 replicas instead of 13

    | Requests | Pods | Memory | CPU | Total memory | Total CPU |
    | --- | ---: | ---: | ---: | ---: | ---: |
    | web | 3 | ≈954Mi | 250m | ≈2861Mi | 750m |
    | db | 13 | 1024Mi | 500m | 13312Mi | 6500m |
    | **Total** | **16** |  |  | **≈16173Mi** | **7250m** |

    | Limits | Pods | Memory | CPU | Total memory | Total CPU |
    | --- | ---: | ---: | ---: | ---: | ---: |
    | web | 3 | ≈954Mi | 250m | ≈2861Mi | 750m |
    | db | 13 | 5120Mi | 1000m | 66560Mi | 13000m |
    | **Total** | **16** |  |  | **≈69421Mi** | **13750m** |

    | Usage | All nodes | System | Available | Limits | Usage | Target | Verdict |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |
    | Memory | ≈114125Mi | 28672Mi | ≈85453Mi | ≈69421Mi | 81% | 70% | over |
    | CPU | 56000m | 14000m | 42000m | 13750m | 33% | 70% | within |

    | Requested | Pods | Memory | CPU | Of memory | Of CPU | Verdict |
    | --- | ---: | ---: | ---: | ---: | ---: | --- |
    | nothing rolls | 16 | ≈16173Mi | 7250m | 19% | 17% | fits |
    | all is scaled up | 17 | ≈17127Mi | 7500m | 20% | 18% | fits |
    | only db rolls | 19 | ≈19175Mi | 8500m | 22% | 20% | 2 pods without a node |
    | all roll at once | 20 | ≈20128Mi | 8750m | 24% | 21% | 2 pods without a node |

    | While all roll | Pods | Memory | CPU | On it |
    | --- | ---: | ---: | ---: | --- |
    | node-1 | 2 of 110 | ≈1978Mi of 6144Mi | 750m of 3000m | web, db |
    | node-2 | 2 of 110 | ≈1978Mi of 6144Mi | 750m of 3000m | web, db |
    | node-3 | 2 of 110 | ≈1978Mi of 6144Mi | 750m of 3000m | web, db |
    | node-4 | 2 of 110 | ≈1978Mi of 6144Mi | 750m of 3000m | web, db |
    | node-5 | 2 of 110 | ≈1978Mi of 6144Mi | 750m of 3000m | web, db |
    | node-6 | 1 of 110 | 1024Mi of 6144Mi | 500m of 3000m | db |
    | node-7 | 1 of 110 | 1024Mi of 6144Mi | 500m of 3000m | db |
    | node-8 | 1 of 110 | 1024Mi of 6144Mi | 500m of 3000m | db |
    | node-9 | 1 of 110 | 1024Mi of 6144Mi | 500m of 3000m | db |
    | node-10 | 1 of 110 | 1024Mi of 6144Mi | 500m of 3000m | db |
    | node-11 | 1 of 110 | 1024Mi of 6144Mi | 500m of 3000m | db |
    | node-12 | 1 of 110 | 1024Mi of 6144Mi | 500m of 3000m | db |
    | and 2 nodes more |  |  |  |  |

    - the largest further pod that fits also then: 5120Mi and 2500m on node-6

    | More replicas | Find a node | Within the target |
    | --- | ---: | ---: |
    | web | 48 | 0 |
    | db | 0 | 0 |

    - web has a container without a cpu limit: its request counts in the limit's place
    "
  `);
});

test("as JSON, which has every node", () => {
  const { clusters } = JSON.parse(formatJson(capacityReport([everything()]))) as {
    clusters: Record<string, unknown>[];
  };
  const { nodes, environments, notes, ...rest } = clusters[0]!;
  expect([nodes, environments, notes].map((list) => (list as unknown[]).length)).toEqual([14, 1, 1]);
  expect(rest).toMatchInlineSnapshot(`
    {
      "certain": true,
      "fits": false,
      "id": "one",
      "largestPods": [
        {
          "cpu": "2500m",
          "memory": "5120Mi",
          "node": "node-6",
        },
      ],
      "moments": [
        {
          "pending": 0,
          "pods": 16,
          "requests": {
            "cpu": "7250m",
            "memory": "16958643712",
          },
          "when": "steady",
        },
        {
          "pending": 0,
          "pods": 17,
          "requests": {
            "cpu": "7500m",
            "memory": "17537738Ki",
          },
          "when": "scaled up",
        },
        {
          "pending": 2,
          "pods": 19,
          "requests": {
            "cpu": "8500m",
            "memory": "19634890Ki",
          },
          "service": "db",
          "when": "one rolls",
        },
        {
          "pending": 2,
          "pods": 20,
          "requests": {
            "cpu": "8750m",
            "memory": "21106127360",
          },
          "when": "all roll",
        },
      ],
      "more": [
        {
          "fit": 48,
          "service": "web",
          "withinTarget": 0,
        },
        {
          "fit": 0,
          "service": "db",
          "withinTarget": 0,
        },
      ],
      "ok": false,
      "pending": [
        {
          "pods": 2,
          "reasons": {
            "has the taint spot, which the pod does not tolerate": 1,
            "is too near to a pod that must be away": 13,
          },
          "service": "db",
          "when": "all roll",
        },
      ],
      "shrink": [
        {
          "fixes": "target",
          "from": "5120Mi",
          "service": "db",
          "to": "4381Mi",
          "what": "memory limit",
        },
        {
          "fixes": "target",
          "from": 13,
          "service": "db",
          "to": 11,
          "what": "replicas",
        },
        {
          "fixes": "fit",
          "from": 13,
          "service": "db",
          "to": 12,
          "what": "replicas",
        },
      ],
      "target": 70,
      "total": {
        "limits": {
          "cpu": "13750m",
          "memory": "72793218560",
        },
        "pods": 16,
        "requests": {
          "cpu": "7250m",
          "memory": "16958643712",
        },
      },
      "usage": {
        "cpu": {
          "available": "42000m",
          "capacity": "56000m",
          "limits": "13750m",
          "percent": 32.7,
          "reserved": "14000m",
          "within": true,
        },
        "memory": {
          "available": "87504276Ki",
          "capacity": "116864404Ki",
          "limits": "72793218560",
          "percent": 81.3,
          "reserved": "28672Mi",
          "within": false,
        },
      },
      "waiting": [],
      "withinTarget": false,
    }
  `);
});

test("of no environment", () => {
  const none = capacityReport([{ id: "dev", cluster: clusterOf({}), objects: [] }]);
  expect(formatText(none)).toMatchInlineSnapshot(`
    "dev on one
      within the target, and fits also while all roll at once

      Requests  Pods  Memory  CPU  Total memory  Total CPU
      Total        0                        0Mi         0m

      Limits  Pods  Memory  CPU  Total memory  Total CPU
      Total      0                        0Mi         0m

      Usage   All nodes  System  Available  Limits  Usage  Target  Verdict
      Memory     8192Mi  2048Mi     6144Mi     0Mi     0%     70%  within
      CPU         4000m   1000m      3000m      0m     0%     70%  within

      Requested         Pods  Memory  CPU  Of memory  Of CPU  Verdict
      nothing rolls        0     0Mi   0m         0%      0%  fits
      all roll at once     0     0Mi   0m         0%      0%  fits

      While all roll      Pods         Memory          CPU  On it
      node-1          0 of 110  0Mi of 6144Mi  0m of 3000m

      the largest further pod that fits also then: 6144Mi and 3000m on node-1
    "
  `);
});

test("a service may be called cpu", () => {
  const objects = [{ where: "here", data: deployment("cpu", {}, { containers: [container({ cpu: "1" })] }) }];
  const text = formatJson(capacityReport([{ id: "dev", cluster: clusterOf({}), objects }]));
  const { clusters } = JSON.parse(text) as { clusters: { nodes: object[] }[] };
  expect(clusters[0]!.nodes).toEqual([
    {
      name: "node-1",
      pods: 2,
      mostPods: 110,
      requests: { cpu: "2000m", memory: "0Mi" },
      allocatable: { cpu: "3000m", memory: "6144Mi" },
      services: { cpu: 2 },
    },
  ]);
});
