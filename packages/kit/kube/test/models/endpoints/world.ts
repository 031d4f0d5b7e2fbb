type Data = Record<string, unknown>;

const container = (ports: Data[] = []): Data => ({ name: "c", image: "c:1.0", ports });
const http = { name: "http", containerPort: 8080 };
const dns = { name: "dns", containerPort: 5353, protocol: "UDP" };

function workload(kind: string, name: string, labels: Data, containers: Data[], more: Data = {}, pod: Data = {}): Data {
  const template = { metadata: { labels: { ...labels, of: name } }, spec: { containers, ...pod } };
  return {
    apiVersion: "apps/v1",
    kind,
    metadata: { name },
    spec: { selector: { matchLabels: { of: name } }, template, ...more },
  };
}

function service(name: string, spec: Data, more: Data = {}): Data {
  return { apiVersion: "v1", kind: "Service", metadata: { name, ...more }, spec };
}

const app = (value: string): Data => ({ app: value });

/** Services and workloads of every kind that there is endpoints of. */
export const objects: readonly Data[] = [
  workload("Deployment", "web", app("web"), [container([http])], { replicas: 2 }),
  workload("Deployment", "old", app("web"), [container([{ name: "http", containerPort: 9090 }])]),
  workload("Deployment", "bare", app("bare"), [container()]),
  workload("Deployment", "none", app("none"), [container([http])], { replicas: 0 }),
  workload("StatefulSet", "db", app("db"), [container([{ name: "sql", containerPort: 5432 }, dns])], {
    serviceName: "db-all",
  }),
  workload("DaemonSet", "agent", app("agent"), [container([http])]),
  workload(
    "Deployment",
    "beside",
    app("beside"),
    [container()],
    {},
    { initContainers: [{ ...container([http]), name: "side", restartPolicy: "Always" }] },
  ),
  workload(
    "Deployment",
    "first",
    app("first"),
    [container()],
    {},
    { initContainers: [{ ...container([http]), name: "init" }] },
  ),
  service("numbered", { selector: app("web"), ports: [{ port: 80, targetPort: 8080 }] }),
  service("named", { selector: app("web"), ports: [{ port: 80, targetPort: "http" }] }),
  service("by-default", { selector: app("web"), ports: [{ port: 80 }] }),
  service("missing", { selector: app("bare"), ports: [{ port: 80, targetPort: "http" }] }),
  service("unopened", { selector: app("bare"), ports: [{ port: 80, targetPort: 81 }] }),
  service("scaled", { selector: app("none"), ports: [{ port: 80, targetPort: "http" }] }),
  service("nobody", { selector: app("nobody"), ports: [{ port: 80 }] }),
  service("part", {
    selector: app("db"),
    ports: [
      { name: "sql", port: 5432, targetPort: "sql" },
      { name: "gone", port: 80, targetPort: "http" },
    ],
  }),
  service("other-protocol", {
    selector: app("db"),
    ports: [
      { name: "tcp", port: 53, targetPort: "dns" },
      { name: "udp", port: 53, targetPort: "dns", protocol: "UDP" },
    ],
  }),
  service("db-all", {
    selector: app("db"),
    clusterIP: "None",
    publishNotReadyAddresses: true,
    ports: [{ name: "sql", port: 5432 }],
  }),
  service("agents", { selector: app("agent"), ports: [{ port: 80, targetPort: "http" }] }),
  service("sidecar", { selector: app("beside"), ports: [{ port: 80, targetPort: "http" }] }),
  service("initial", { selector: app("first"), ports: [{ port: 80, targetPort: "http" }] }),
  service("external", { type: "ExternalName", externalName: "a.example.com" }),
  service("nowhere", { ports: [{ port: 80 }] }),
  service("elsewhere", { selector: app("web"), ports: [{ port: 80, targetPort: 8080 }] }, { namespace: "other" }),
];
