import { Service } from "kubernetes-models/v1/Service";
import { describe, expect, test } from "vitest";
import { expose, isKubeObject, type Exposure } from "../src/index.ts";
import { exampleCluster } from "./example-deployment.ts";
import { problemsOf } from "./problems-of.ts";

const metadata = { name: "web-ingress", labels: { app: "web" } };
const ingressController = { namespace: "traefik", podLabels: { "app.kubernetes.io/name": "traefik" } };
const cluster = { ...exampleCluster, ingressController };
const service = exampleService({ app: "web" });

function exampleService(selector?: Record<string, string>): Service {
  return new Service({
    metadata: { name: "web-service" },
    spec: { ...(selector === undefined ? {} : { selector }), ports: [{ name: "http", port: 80, targetPort: 8080 }] },
  });
}

/** What a Service exposed so gets, objects as plain data. */
function exposed(exposure: Exposure, environment: "development" | "production", of = service): unknown[] {
  const changes = expose(of, { id: "here", environment, cluster }, { exposure, ...metadata });
  return changes.map((change) => (isKubeObject(change) ? change.toJSON() : change));
}

const clusterIp = { target: service, delta: { spec: { type: "ClusterIP" } } };
const ingress = {
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata,
  spec: {
    tls: [{ hosts: ["shop.example.com"], secretName: "shop-example-com-tls" }],
    rules: [
      {
        host: "shop.example.com",
        http: {
          paths: [
            { path: "/", pathType: "Prefix", backend: { service: { name: "web-service", port: { name: "http" } } } },
          ],
        },
      },
    ],
  },
};

function opening(rule: object): object {
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata,
    spec: { podSelector: { matchLabels: { app: "web" } }, policyTypes: ["Ingress"], ingress: [rule] },
  };
}

const ports = [{ protocol: "TCP", port: 8080 }];

test("ClusterIP opens nothing", () => {
  expect(exposed({ type: "ClusterIP" }, "production")).toEqual([clusterIp]);
});

describe("NodePort", () => {
  const nodePort = {
    target: service,
    delta: { spec: { type: "NodePort", ports: [{ port: 80, nodePort: 30000 }] } },
  };

  test("is a port of every node", () => {
    expect(exposed({ type: "NodePort", nodePort: 30000 }, "development")).toEqual([nodePort]);
  });

  test("opens the pods to everyone, where they are isolated", () => {
    expect(exposed({ type: "NodePort", nodePort: 30000 }, "production")).toEqual([nodePort, opening({ ports })]);
  });
});

describe("Ingress", () => {
  const byName = { type: "Ingress", host: "shop.example.com" } as const;

  test("is a ClusterIP behind it", () => expect(exposed(byName, "development")).toEqual([clusterIp, ingress]));

  test("opens the pods to its controller, where they are isolated", () => {
    const from = [
      {
        namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "traefik" } },
        podSelector: { matchLabels: { "app.kubernetes.io/name": "traefik" } },
      },
    ];
    expect(exposed(byName, "production")).toEqual([clusterIp, ingress, opening({ from, ports })]);
  });

  test("opens no pods for a Service that selects none, or has no port", () => {
    const headless = new Service({ metadata: { name: "web-service" }, spec: { selector: { app: "web" } } });
    for (const of of [exampleService(), exampleService({}), headless]) {
      expect(exposed(byName, "production", of)).toEqual([{ ...clusterIp, target: of }, ingress]);
    }
  });

  test("needs a cluster with a controller", () => {
    const bare = { id: "prod", environment: "production", cluster: exampleCluster } as const;
    expect(problemsOf(() => expose(service, bare, { exposure: byName, ...metadata }))).toEqual([
      {
        code: "environment-value",
        what: 'Service "web-service" is exposed by Ingress, but cluster "one" has no ingressController',
        where: 'environment "prod"',
        next: "add `ingressController: { namespace, podLabels }` to its defineCluster: the pods that answer for Ingresses",
      },
    ]);
  });
});
