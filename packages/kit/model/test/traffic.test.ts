import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { Job } from "kubernetes-models/batch/v1/Job";
import { describe, expect, test } from "vitest";
import { networkPolicy, type Destination, type Traffic } from "../src/index.ts";
import { exampleDeployment, exampleWorkloads } from "./example-deployment.ts";
import { problemsOf } from "./problems-of.ts";

function specOf(traffic: Traffic, deployment = exampleDeployment(), cluster = {}): unknown {
  const { spec } = networkPolicy(deployment, cluster, { labels: {}, ...traffic }).toJSON() as { spec: unknown };
  return spec;
}

/** The rules for `to`, without DNS. */
function egressTo(...to: Destination[]): unknown[] {
  return (specOf({ to }) as { egress: unknown[] }).egress.slice(1);
}

const tcp = (port: number): object => ({ protocol: "TCP", port });

test("pods may connect to every port that the containers open, sidecars included", () => {
  const deployment = exampleDeployment({
    initContainers: [
      { name: "proxy", image: "proxy", restartPolicy: "Always", ports: [{ containerPort: 9000 }] },
      { name: "migrate", image: "web" },
    ],
    containers: [
      { name: "web", image: "web", ports: [{ containerPort: 8080 }, { containerPort: 8080, protocol: "UDP" }] },
      { name: "silent", image: "silent" },
    ],
  });
  const from = [{ podLabels: { app: "shop" } }, { podLabels: { app: "prometheus" }, namespace: "monitoring" }];
  expect(specOf({ from }, deployment)).toMatchObject({
    ingress: [
      {
        from: [
          { podSelector: { matchLabels: { app: "shop" } } },
          {
            namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "monitoring" } },
            podSelector: { matchLabels: { app: "prometheus" } },
          },
        ],
        ports: [tcp(8080), { protocol: "UDP", port: 8080 }, tcp(9000)],
      },
    ],
  });
});

test("isolates the pods of a workload of any kind", () => {
  const from = [{ podLabels: { app: "shop" } }];
  for (const workload of exampleWorkloads()) {
    expect(networkPolicy(workload, {}, { labels: {}, from }).toJSON()).toMatchObject({
      metadata: { name: "web-network-policy" },
      spec: { podSelector: { matchLabels: { app: "web" } }, ingress: [{ ports: [tcp(8080)] }] },
    });
  }
});

test("the cluster says where its DNS is", () => {
  const dns = { namespace: "dns", podLabels: { app: "coredns" } };
  expect(specOf({}, exampleDeployment(), { dns })).toEqual({
    podSelector: { matchLabels: { app: "web" } },
    policyTypes: ["Ingress", "Egress"],
    egress: [
      {
        to: [
          {
            namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "dns" } },
            podSelector: { matchLabels: { app: "coredns" } },
          },
        ],
        ports: [{ protocol: "UDP", port: 53 }, tcp(53)],
      },
    ],
  });
});

describe("a destination is", () => {
  test("a port of other pods", () => {
    expect(egressTo({ podLabels: { app: "api" }, port: 8000 })).toEqual([
      { to: [{ podSelector: { matchLabels: { app: "api" } } }], ports: [tcp(8000)] },
    ]);
  });

  test("a port of any host", () => expect(egressTo({ port: 5432 })).toEqual([{ ports: [tcp(5432)] }]));

  test.for([
    ["https://api.example.com", 443],
    ["http://api.example.com/v1", 80],
    ["https://api.example.com:8443", 8443],
    ["https://svc.example.com", 443],
    ["http://192.0.2.1:8000", 8000],
    ["http://[2001:db8::1]:8000", 8000],
  ] as const)("the port of %s", ([url, port]) => expect(egressTo({ url })).toEqual([{ ports: [tcp(port)] }]));

  test.for([
    "http://backend-service:8000",
    "http://backend.todo.svc:8000",
    "http://backend.todo.svc.cluster.local:8000",
    "http://localhost:3000",
  ])("nothing outside for %s", (url) => expect(egressTo({ url })).toEqual([]));
});

describe("refuses", () => {
  const from = [{ podLabels: { app: "shop" } }];

  // To the API, a rule without ports allows all of them.
  test("pods that connect where no port is open", () => {
    const silent = exampleDeployment({ containers: [{ name: "web", image: "web", ports: [] }] });
    expect(problemsOf(() => specOf({ from }, silent))).toEqual([
      {
        code: "object-invalid",
        what: 'Deployment "web" lets pods connect, but its containers open no port',
        where: 'Deployment "web"',
        next: "give its container `ports`, or leave out `from`",
      },
    ]);
  });

  test("pods of a Job without labels, which would be all pods", () => {
    const job = new Job({
      metadata: { name: "once" },
      spec: { template: { spec: { restartPolicy: "Never", containers: [] } } },
    });
    expect(problemsOf(() => networkPolicy(job, {}, { labels: {} }))).toEqual([
      {
        code: "object-invalid",
        what: 'Job "once" has no labels on its pods',
        where: 'Job "once"',
        next: "give its pod template labels: nothing else names its pods",
      },
    ]);
  });

  test("a Deployment without a spec", () => {
    expect(problemsOf(() => specOf({}, new Deployment({ metadata: { name: "web" } })))).toEqual([
      {
        code: "object-invalid",
        what: 'Deployment "web" has no spec',
        where: 'Deployment "web"',
        next: "give it a selector and a template",
      },
    ]);
  });
});
