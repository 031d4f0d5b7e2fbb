import { capacityReport, type ClusterReport } from "@kit/capacity";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clusterOf, container, deployment, objectOf, reportOf, template } from "./objects.ts";

const still = { strategy: { type: "Recreate" } };
const pod = (requests: object, limits: object = requests): object => ({ containers: [container(requests, limits)] });
const small = pod({ cpu: "100m", memory: "64Mi" });

/** The verdict on two pods with a CPU limit; 3 CPU are available, of which 70% are 2100m. */
function withLimit(cpu: string, target = 70): unknown {
  const { ok, withinTarget, usage, shrink } = reportOf(
    { ...clusterOf({}), target },
    deployment("web", { replicas: 2, ...still }, pod({ cpu: "100m", memory: "64Mi" }, { cpu, memory: "128Mi" })),
  );
  return { ok, withinTarget, percent: usage.cpu.percent, shrink: shrink.map(({ what, to }) => `${what} ${to}`) };
}

describe("the target", () => {
  test("may be reached, and not passed by a thousandth of a CPU", () => {
    expect(withLimit("1050m")).toEqual({ ok: true, withinTarget: true, percent: 70, shrink: [] });
    expect(withLimit("1051m")).toEqual({
      ok: false,
      withinTarget: false,
      percent: 70.1,
      shrink: ["cpu limit 1050", "replicas 1"],
    });
  });

  test("may have decimals", () => {
    expect(withLimit("999m", 66.6)).toMatchObject({ ok: true });
    expect(withLimit("1000m", 66.6)).toMatchObject({ ok: false, shrink: ["cpu limit 999", "replicas 1"] });
  });

  test("is judged for memory as well", () => {
    const { withinTarget, usage, shrink } = reportOf(
      clusterOf({}),
      deployment("web", still, pod({ memory: "1Gi" }, { cpu: "1", memory: "5Gi" })),
    );
    expect({ withinTarget, cpu: usage.cpu.within, memory: usage.memory.within, shrink }).toEqual({
      withinTarget: false,
      cpu: true,
      memory: false,
      shrink: [{ fixes: "target", service: "web", what: "memory limit", from: 5120 * 1024 ** 2, to: 4300 * 1024 ** 2 }],
    });
  });

  test("is not judged while all roll: only the steady sum counts", () => {
    const rolling = { strategy: { rollingUpdate: { maxSurge: "100%" } } };
    const { ok, moments } = reportOf(clusterOf({}), deployment("web", rolling, pod({ cpu: "1" }, { cpu: "2" })));
    expect([ok, moments.at(-1)?.requests.cpu]).toEqual([true, 2000]);
  });
});

describe("what to shrink so that all fits", () => {
  test("is tried out: with it all fits, and with the next greater value not", () => {
    const size = fc.integer({ min: 100, max: 1500 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 4 }), (web, db, replicas) => {
        const objects = (cpu: number, count: number): object[] => [
          deployment("web", { replicas: count }, pod({ cpu: `${cpu}m` })),
          deployment("db", { replicas: 1 }, pod({ cpu: `${db}m` })),
        ];
        const cluster = clusterOf({ count: 2 });
        const { shrink } = reportOf(cluster, ...objects(web, replicas));
        for (const { fixes, service, what, to } of shrink) {
          if (fixes !== "fit" || service !== "web") continue;
          const [cpu, count] = what === "replicas" ? [web, to] : [to, replicas];
          expect(reportOf(cluster, ...objects(cpu, count)).fits).toBe(true);
          const [more, one] = what === "replicas" ? [0, 1] : [1, 0];
          expect(reportOf(cluster, ...objects(cpu + more, count + one)).fits).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  });
});

function fitsAtOnce({ fits, waiting }: ClusterReport): boolean {
  return fits && waiting.length === 0;
}

describe("more replicas", () => {
  test("are as many as find a node also while all roll", () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 900 }), fc.integer({ min: 1, max: 3 }), (cpu, replicas) => {
        const strategy = { rollingUpdate: { maxSurge: "50%" } };
        const judge = (count: number) =>
          reportOf(clusterOf({ count: 2 }), deployment("web", { replicas: count, strategy }, pod({ cpu: `${cpu}m` })));
        const report = judge(replicas);
        if (!report.fits) return;
        const { fit } = report.more[0]!;
        if (!fitsAtOnce(report)) return;
        expect([fitsAtOnce(judge(replicas + fit)), fitsAtOnce(judge(replicas + fit + 1))]).toEqual([true, false]);
      }),
      { numRuns: 40 },
    );
  });

  test("within the target, and any number where there is no limit to count", () => {
    const { more } = reportOf(
      clusterOf({}),
      deployment("web", { replicas: 2, ...still }, pod({ cpu: "10m", memory: "8Mi" }, { cpu: "500m", memory: "1Gi" })),
      deployment("free", still, { containers: [{ name: "app" }] }),
      objectOf("DaemonSet", "agent", { template: template("agent", small) }),
    );
    expect(more).toEqual([
      { service: "web", fit: 100, withinTarget: 2 },
      { service: "free", fit: 100, withinTarget: 100 },
    ]);
  });
});

describe("the largest further pod", () => {
  test("is what is left on the emptiest node, and several where none is the largest in both", () => {
    const { largestPods } = reportOf(
      clusterOf({ cpu: "2", memory: "16Gi" }, { cpu: "8", memory: "4Gi" }, { cpu: "2", memory: "4Gi" }),
      objectOf("Pod", "one", { ...small, nodeSelector: { "kubernetes.io/hostname": "node-1" } }),
    );
    expect(largestPods).toEqual([
      { node: "node-1", cpu: 900, memory: (14 * 1024 - 64) * 1024 ** 2 },
      { node: "node-2", cpu: 7000, memory: 2 * 1024 ** 3 },
    ]);
  });

  test("is not on a node that is tainted, or full of pods", () => {
    const taints = [{ key: "dedicated", effect: "NoSchedule" as const }];
    expect(reportOf(clusterOf({ taints }, { pods: 1 }), objectOf("Pod", "one", small)).largestPods).toEqual([]);
  });
});

test("what is not judged as one might think is said", () => {
  const { notes } = reportOf(
    clusterOf({}),
    deployment("web", still, pod({ cpu: "100m", "ephemeral-storage": "1Gi" }, { cpu: "200m" })),
    objectOf("Job", "migrate", { template: template("migrate", small) }),
  );
  expect(notes).toEqual([
    "web has a container without a memory limit: its request counts in the limit's place",
    "the cluster does not state the ephemeral-storage of its nodes, so what is requested of it is not judged: web",
    "migrate (Job) runs at times: its pod counts when all is scaled up, not in the sums",
  ]);
});

test("a job that is suspended makes no pods", () => {
  const { notes } = reportOf(
    clusterOf({}),
    objectOf("CronJob", "report", {
      suspend: true,
      jobTemplate: { spec: { template: template("report", small) } },
    }),
  );
  expect(notes).toEqual(["report (CronJob) makes no pods: it is suspended, or asks for none"]);
});

describe("environments of one cluster", () => {
  const dev = { id: "dev", cluster: clusterOf({}), objects: [] };

  test("add up, those of different clusters do not", () => {
    const objects = [{ where: "here", data: deployment("web", still, pod({ cpu: "1100m" })) }];
    const other = { ...clusterOf({}), id: "two" };
    const judge = (...clusters: (typeof other)[]): unknown =>
      capacityReport(clusters.map((cluster, index) => ({ id: String(index), cluster, objects }))).clusters.map(
        ({ id, ok, total }) => [id, ok, total.limits.cpu],
      );
    expect(judge(clusterOf({}), clusterOf({}))).toEqual([["one", false, 2200]]);
    expect(judge(clusterOf({}), other)).toEqual([
      ["one", true, 1100],
      ["two", true, 1100],
    ]);
  });

  test("must describe it alike, in whatever order of keys", () => {
    const { target, ...rest } = dev.cluster;
    expect(capacityReport([dev, { ...dev, id: "qa", cluster: { target, ...rest } }]).ok).toBe(true);
    expect(() => capacityReport([dev, { ...dev, id: "qa", cluster: clusterOf({ cpu: "8" }) }])).toThrow(
      'error[cluster-mismatch]: the environments "dev" and "qa" describe the cluster "one" differently',
    );
  });

  test("must leave something of the nodes to applications", () => {
    expect(() => capacityReport([{ ...dev, cluster: clusterOf({ cpu: "500m" }) }])).toThrow(
      "error[environment-value]: the reserve of cpu is more than a node has",
    );
  });
});
