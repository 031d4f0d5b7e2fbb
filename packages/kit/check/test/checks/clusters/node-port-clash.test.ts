import { describe, expect, test } from "vitest";
import { nodePortClash } from "../../../src/checks/clusters/node-port-clash.ts";
import { clusterOf } from "../../cluster-of.ts";
import { object } from "../../flow-yaml.ts";
import { judge, judgeTogether } from "../../judge.ts";

const cluster = clusterOf("minikube");
const service = (name: string, ports: string): string =>
  object("Service", name, `spec: { type: NodePort, ports: [${ports}] }`);

describe("node-port-clash", () => {
  test("passes other ports, other clusters, and one Service with two protocols", () => {
    const own = service(
      "web",
      "{ name: a, port: 53, nodePort: 30053 }, { name: b, port: 53, protocol: UDP, nodePort: 30053 }",
    );
    expect(
      judge(nodePortClash, own + service("api", "{ port: 80 }, { port: 81, nodePort: 30081 }"), { cluster }),
    ).toEqual([]);
    const web = service("web", "{ port: 80, nodePort: 30000 }");
    expect(
      judgeTogether(nodePortClash, [
        { id: "dev", cluster, manifests: web },
        { id: "stall/dev", cluster: clusterOf("other"), manifests: web },
        { id: "unknown", manifests: web },
      ]),
    ).toEqual([]);
  });

  test("finds a port that two environments of a cluster claim, and names both files", () => {
    const web = service("web", "{ port: 80, nodePort: 30000 }");
    const api = object(
      "Service",
      "api, namespace: two",
      "spec: { type: NodePort, ports: [{ port: 9 }, { port: 80, protocol: UDP, nodePort: 30000 }] }",
    );
    expect(
      judgeTogether(nodePortClash, [
        { id: "dev", cluster, manifests: web, source: "packages/shop/web/src/index.ts" },
        { id: "stall/dev", cluster, manifests: api },
      ]),
    ).toMatchInlineSnapshot(`
      [
        "error Service default/web spec.ports[0].nodePort: node port 30000 is also claimed by Service two/api of the environment "stall/dev" (generated/rendered/stall/dev.yaml); give one of them another node port, or another cluster",
        "error Service two/api spec.ports[1].nodePort: node port 30000 is also claimed by Service default/web of the environment "dev" (generated/rendered/dev.yaml, from packages/shop/web/src/index.ts); give one of them another node port, or another cluster",
      ]
    `);
  });

  test("finds two Services of one set, also where nobody names a cluster", () => {
    const health = object(
      "Service",
      "lb",
      "spec: { type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: 30000, ports: [{ port: 80 }] }",
    );
    expect(judge(nodePortClash, service("web", "{ port: 80, nodePort: 30000 }") + health)).toMatchInlineSnapshot(`
      [
        "error Service default/web spec.ports[0].nodePort: node port 30000 is also claimed by Service default/lb (stdin); give one of them another node port, or another cluster",
        "error Service default/lb spec.healthCheckNodePort: node port 30000 is also claimed by Service default/web (stdin); give one of them another node port, or another cluster",
      ]
    `);
  });

  test("passes one Service that a folder has twice", () => {
    const web = service("web", "{ port: 80, nodePort: 30000 }");
    expect(judge(nodePortClash, web + web)).toEqual([]);
  });
});
