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
import { configMaps, deployments, services, traffic } from "./facts.ts";

const environments = [
  { id: "dev", inNamespace: "default", tag: "latest" },
  { id: "prod", inNamespace: "todo-app", tag: "1.0.0" },
] as const;

test.for(environments)("$id is what the specification says, and nothing else", ({ id, inNamespace, tag }) => {
  const actual = objectsOf(id, { system: "todo-app", services: Object.keys(deployments) });
  const expected = [
    ...Object.entries(deployments).map(([name, facts]) =>
      deployment(name, facts, { inNamespace, tag, actual: actual[`Deployment/${name}`] }),
    ),
    ...Object.entries(services).map(([name, facts]) => service(name, facts, inNamespace, id === "dev")),
    ...Object.entries(configMaps).map(([name, facts]) => configMap(name, facts, inNamespace, id)),
    ...(id === "prod" ? inProduction() : []),
  ];
  expect(actual).toEqual(byName(expected));
});

interface Place {
  readonly inNamespace: string;
  readonly tag: string;
  readonly actual: unknown;
}

function deployment(
  name: string,
  facts: (typeof deployments)[keyof typeof deployments],
  { inNamespace, tag, actual }: Place,
): object {
  const secretEnv = Object.entries(facts.secrets).map(([variable, key]) => ({
    name: variable,
    valueFrom: { secretKeyRef: { name: "app-secrets", key } },
  }));
  const container = {
    name,
    image: `${facts.image}:${tag}`,
    imagePullPolicy: "IfNotPresent",
    ports: [facts.port],
    envFrom: [{ configMapRef: { name: facts.config } }],
    env: secretEnv,
    resources: facts.resources,
    livenessProbe: facts.livenessProbe,
    readinessProbe: facts.readinessProbe,
    securityContext: containerSecurity,
  };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name, namespace: inNamespace, labels: facts.labels },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: name } },
      strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      template: {
        metadata: { labels: facts.templateLabels, ...checksumOf(actual) },
        spec: {
          ...podAccess,
          ...(inNamespace === "todo-app" ? spread(name) : {}),
          containers: [container],
          securityContext: { ...podSecurity, runAsUser: facts.runAsUser },
        },
      },
    },
  };
}

interface ServiceFacts {
  readonly labels: object;
  readonly app: string;
  readonly port: number;
  readonly nodePort?: number;
}

function service(
  name: string,
  { labels, app, port, nodePort }: ServiceFacts,
  inNamespace: string,
  isDev: boolean,
): object {
  const exposed = isDev && nodePort !== undefined;
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name, namespace: inNamespace, labels },
    spec: {
      type: exposed ? "NodePort" : "ClusterIP",
      selector: { app },
      ports: [{ name: "http", protocol: "TCP", port, targetPort: port, ...(exposed ? { nodePort } : {}) }],
    },
  };
}

interface ConfigMapFacts {
  readonly labels?: object;
  readonly dev: object;
  readonly prod: object;
}

function configMap(name: string, facts: ConfigMapFacts, inNamespace: string, id: "dev" | "prod"): object {
  const labels = facts.labels === undefined ? {} : { labels: facts.labels };
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name, namespace: inNamespace, ...labels },
    data: facts[id],
  };
}

function inProduction(): object[] {
  const added = Object.entries(services).flatMap(([name, { host, app, port, labels }]) => {
    const metadata = (suffix: string): object => ({ name: `${app}-${suffix}`, namespace: "todo-app", labels });
    return [
      ingress(metadata("ingress"), host, name),
      fromIngressController(metadata("ingress"), app, port),
      networkPolicy(metadata("network-policy"), app, traffic[app as keyof typeof traffic]),
      disruptionBudget(metadata("pdb"), app),
    ];
  });
  const secret = { name: "app-secrets", namespace: "todo-app", labels: { app: "todo-app" } };
  const secretKeys = ["DATABASE_URL", "BETTER_AUTH_SECRET", "OPENAI_API_KEY"];
  return [namespace("todo-app"), externalSecret(secret, "todo-app/prod", secretKeys), ...added];
}
