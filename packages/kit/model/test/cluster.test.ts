import { kubernetesMinors } from "@kit/kube/names";
import { checkEnvironment, environmentSchema } from "@kit/model";
import { describe, expect, test } from "vitest";

const schema = environmentSchema({});

/** What is wrong with a cluster with one group of nodes. */
function said(group: object, network: object = {}): string[] {
  const nodes = [{ count: 1, cpu: "4", memory: "8Gi", ...group }];
  const cluster = { id: "one", nodes, reserve: { cpu: "1", memory: "2Gi" }, target: 70, ...network };
  return checkEnvironment(schema, { id: "dev", environment: "development", namespace: "dev", cluster }, "here").map(
    ({ what }) => what,
  );
}

test("a cluster may say which Kubernetes it runs, of those that the checks know", () => {
  expect(said({}, { kubernetes: "1.34" })).toEqual([]);
  const [problem] = said({}, { kubernetes: "1.30" });
  expect(problem).toBe(
    `environment "dev": cluster.kubernetes must be one of ${kubernetesMinors.join(", ")}, got "1.30"`,
  );
});

test("a group of nodes may state pods, other resources, labels and taints", () => {
  expect(
    said({
      pods: 250,
      resources: { "nvidia.com/gpu": "2", "ephemeral-storage": "100Gi" },
      labels: { "topology.kubernetes.io/zone": "a" },
      taints: [
        { key: "dedicated", value: "db", effect: "NoSchedule" },
        { key: "spot", effect: "PreferNoSchedule" },
      ],
    }),
  ).toEqual([]);
});

describe("refused", () => {
  const dev = 'environment "dev": cluster.nodes.0.';
  test.each([
    [{ pods: 0 }, "pods must be at least 1, got 0"],
    [{ pods: 1.5 }, "pods must be whole, got 1.5"],
    [
      { resources: { "nvidia.com/gpu": 1 } },
      'resources["nvidia.com/gpu"] must be a quantity as a string, such as "500m" or "4Gi", got 1',
    ],
    [{ labels: { zone: 1 } }, "labels.zone must be a string, got 1"],
    [{ taints: "spot" }, 'taints must be a list of taints, got "spot"'],
    [{ taints: [{ key: "", effect: "NoSchedule" }] }, 'taints.0.key must not be empty, got ""'],
    [
      { taints: [{ key: "spot", effect: "Never" }] },
      'taints.0.effect must be NoSchedule, PreferNoSchedule or NoExecute, got "Never"',
    ],
  ])("%j", (group, expected) => expect(said(group)).toEqual([`${dev}${expected}`]));

  test("a key that does not exist", () => {
    expect(said({ zone: "a" })).toEqual([`${dev}zone is not a value of this system's environments`]);
  });
});

describe("the pods of the ingress controller and of DNS", () => {
  const dev = 'environment "dev": cluster.';
  const pods = { namespace: "traefik", podLabels: { "app.kubernetes.io/name": "traefik" } };

  test("may be stated", () => expect(said({}, { ingressController: pods, dns: pods })).toEqual([]));

  test.each([
    [{ dns: { ...pods, podLabels: {} } }, "dns.podLabels must name at least one label, got {}"],
    [{ dns: { ...pods, podLabels: "traefik" } }, 'dns.podLabels must be labels, got "traefik"'],
    [{ dns: { podLabels: pods.podLabels } }, "dns.namespace is missing"],
    [
      { ingressController: { ...pods, namespace: "kube_system" } },
      'ingressController.namespace must be a DNS label, got "kube_system"',
    ],
    [
      { ingressController: { ...pods, podLabels: { app: "a b" } } },
      'ingressController.podLabels.app must be a label value: at most 63 letters, digits, -, _ or ., with a letter or digit at both ends, got "a b"',
    ],
  ])("%j is refused", (network, expected) => expect(said({}, network)).toEqual([`${dev}${expected}`]));
});
