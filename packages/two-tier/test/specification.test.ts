import {
  byName,
  checksumOf,
  containerSecurity,
  disruptionBudget,
  externalSecret,
  fromIngressController,
  ingress,
  namespace,
  networkPolicy,
  objectsOf,
  podAccess,
  podSecurity,
  spread,
} from "@kit/testing/rendered";
import { expect, test } from "vitest";
import { namespaces, replicas, resources, secretKeys, services, tags, traffic } from "./facts.ts";

type Stage = "dev" | "prod";
type Facts = (typeof services)[keyof typeof services];

test.for(["dev", "prod"] as const)("two-tier/%s is what the specification says, and nothing else", (stage) => {
  const actual = objectsOf(`two-tier/${stage}`, { system: "two-tier", services: Object.keys(services) });
  const expected = Object.entries(services).flatMap(([name, facts]) => [
    deployment(name, facts, stage, actual[`Deployment/${name}`]),
    service(name, facts, stage),
    {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: metadata(`${name}-config`, name, stage),
      data: facts.config[stage],
    },
  ]);
  expect(actual).toEqual(byName([...expected, ...(stage === "prod" ? inProduction() : [])]));
});

/** The label standard: every object carries all five. */
function metadata(name: string, service: string, stage: Stage): object {
  const labels = {
    app: service,
    "app.kubernetes.io/name": service,
    "app.kubernetes.io/instance": services[service as keyof typeof services].release[stage],
    "app.kubernetes.io/version": tags[stage],
    "app.kubernetes.io/managed-by": "kustomize",
  };
  return { name, namespace: namespaces[stage], labels };
}

function deployment(name: string, facts: Facts, stage: Stage, actual: unknown): object {
  const container = {
    name,
    image: `${name}:${tags[stage]}`,
    imagePullPolicy: "IfNotPresent",
    ports: [{ containerPort: facts.containerPort, protocol: "TCP" }],
    env: facts.env,
    livenessProbe: facts.livenessProbe,
    readinessProbe: facts.readinessProbe,
    resources,
    securityContext: containerSecurity,
  };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: metadata(name, name, stage),
    spec: {
      replicas: replicas[stage],
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name }, ...(facts.readsConfig ? checksumOf(actual) : {}) },
        spec: {
          ...podAccess,
          ...(stage === "prod" ? spread(name) : {}),
          containers: [container],
          securityContext: { ...podSecurity, runAsUser: facts.runAsUser },
        },
      },
    },
  };
}

function service(name: string, facts: Facts, stage: Stage): object {
  const nodePort = stage === "dev" && "nodePort" in facts ? facts.nodePort : undefined;
  const port = {
    name: "http",
    protocol: "TCP",
    port: facts.containerPort,
    targetPort: facts.containerPort,
    ...(nodePort === undefined ? {} : { nodePort }),
  };
  const type = nodePort === undefined ? "ClusterIP" : "NodePort";
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: metadata(name, name, stage),
    spec: { type, ports: [port], selector: { app: name } },
  };
}

function inProduction(): object[] {
  const web = services["todo-frontend"];
  const own = metadata("todo-frontend", "todo-frontend", "prod");
  const isolated = Object.entries(traffic).flatMap(([name, facts]) => [
    networkPolicy(metadata(`${name}-network-policy`, name, "prod"), name, facts),
    disruptionBudget(metadata(`${name}-pdb`, name, "prod"), name),
  ]);
  const secrets = Object.entries(secretKeys).map(([name, keys]) =>
    externalSecret(metadata(`${name}-secret`, name, "prod"), "two-tier/prod", keys),
  );
  return [
    namespace("two-tier", { "app.kubernetes.io/managed-by": "kustomize" }),
    ingress(own, web.host, "todo-frontend"),
    fromIngressController(own, "todo-frontend", web.containerPort),
    ...isolated,
    ...secrets,
  ];
}
