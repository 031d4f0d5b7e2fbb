import { networkChanges } from "@kit/kube";
import fc from "fast-check";
import { expect, test } from "vitest";
import { allowedOf, world } from "./second-opinion.ts";

type Data = Record<string, any>;

const count = process.env["LONG"] === "1" ? 2_000 : 100;

const selector = fc.oneof(
  fc.constant({}),
  fc.record({ matchLabels: fc.constantFrom<Data>({ app: "a" }, { app: "b" }, { tier: "t" }, { app: "a", tier: "t" }) }),
  fc.record({
    matchExpressions: fc.array(
      fc.constantFrom<Data>(
        { key: "app", operator: "In", values: ["a", "b"] },
        { key: "app", operator: "NotIn", values: ["a"] },
        { key: "tier", operator: "Exists" },
        { key: "tier", operator: "DoesNotExist" },
      ),
      { minLength: 1, maxLength: 2 },
    ),
  }),
);
const ofNamespaces = fc.constantFrom<Data>(
  {},
  { matchLabels: { team: "x" } },
  { matchLabels: { "kubernetes.io/metadata.name": "two" } },
);
const peer = fc.oneof(
  fc.record({ podSelector: selector }),
  fc.record({ namespaceSelector: ofNamespaces }),
  fc.record({ podSelector: selector, namespaceSelector: ofNamespaces }),
  fc.constantFrom<Data>(
    { ipBlock: { cidr: "0.0.0.0/0" } },
    { ipBlock: { cidr: "10.0.0.0/24" } },
    { ipBlock: { cidr: "10.0.0.0/24", except: ["10.0.0.7/32"] } },
  ),
);
const port = fc.constantFrom<Data>(
  { port: 80 },
  { port: 81 },
  { port: 80, endPort: 82 },
  { protocol: "UDP" },
  { protocol: "UDP", port: 80 },
  {},
);
const rules = (field: string) =>
  fc.array(
    fc.record(
      { [field]: fc.array(peer, { maxLength: 2 }), ports: fc.array(port, { maxLength: 2 }) },
      { requiredKeys: [] },
    ),
    { maxLength: 2 },
  );
const policy = fc
  .record(
    {
      podSelector: selector,
      policyTypes: fc.constantFrom(["Ingress"], ["Egress"], ["Ingress", "Egress"]),
      ingress: rules("from"),
      egress: rules("to"),
    },
    { requiredKeys: ["podSelector"] },
  )
  .map((spec) => ({
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: "p", namespace: "one" },
    spec,
  }));
const policies = fc.array(policy, { maxLength: 3 });

const namespaces = Object.entries(world.namespaces).map(([name, labels]) => ({
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name, labels },
}));
const workloads = world.labels.map((labels, index) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: `w${index}`, namespace: "one", labels },
  spec: { containers: [{ name: "c", image: "c" }] },
}));

/** For each direction and pod, whether something is gained and lost, as the second opinion says. */
function opinionOf(before: readonly Data[], after: readonly Data[]): string[] {
  return world.labels.flatMap((labels, index) => {
    const [own, others] = [before, after].map((side) => allowedOf(side, "one", labels)) as [Set<string>, Set<string>];
    return ["Ingress", "Egress"].flatMap((direction) => {
      const [gained, lost] = [others.difference(own), own.difference(others)].map((flows) =>
        [...flows].some((flow) => flow.startsWith(direction)),
      );
      return gained! || lost!
        ? [`${direction.toLowerCase()} w${index} ${gained! ? "gained" : ""} ${lost! ? "lost" : ""}`]
        : [];
    });
  });
}

test(
  "what is gained and lost is what a second reading of the documentation says, of random policies",
  { timeout: 300_000 },
  () => {
    fc.assert(
      fc.property(policies, policies, fc.boolean(), (before, more, isAdded) => {
        const after = isAdded ? [...before, ...more] : more;
        const said = networkChanges(
          [...namespaces, ...workloads, ...before],
          [...namespaces, ...workloads, ...after],
        ).flatMap(({ direction, pods, gained, lost }) =>
          pods
            .split(", ")
            .map(
              (name) => `${direction} ${name} ${gained.length > 0 ? "gained" : ""} ${lost.length > 0 ? "lost" : ""}`,
            ),
        );
        expect(said.toSorted()).toEqual(opinionOf(before, after).toSorted());
      }),
      { numRuns: count },
    );
  },
);

function policyOf(spec: Data): Data {
  return { apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: { name: "p", namespace: "one" }, spec };
}

const any = { podSelector: {} };
const fromWeb = { from: [{ podSelector: { matchLabels: { app: "web" } } }] };

test.each([
  ["a port", { ...any, ingress: [fromWeb] }, { ...any, ingress: [{ ...fromWeb, ports: [{ port: 80 }] }] }],
  [
    "an exception",
    { ...any, policyTypes: ["Egress"], egress: [{ to: [{ ipBlock: { cidr: "0.0.0.0/0" } }] }] },
    {
      ...any,
      policyTypes: ["Egress"],
      egress: [{ to: [{ ipBlock: { cidr: "0.0.0.0/0", except: ["169.254.169.254/32"] } }] }],
    },
  ],
  ["everything allowed at once", undefined, { ...any, ingress: [{}] }],
  ["nothing allowed any more", undefined, any],
  [
    "another namespace",
    { ...any, ingress: [] },
    { ...any, ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: "x" } } }] }] },
  ],
])("the words of %s", (_, before, after) => {
  expect(networkChanges(before === undefined ? [] : [policyOf(before)], [policyOf(after)])).toMatchSnapshot();
});

test("a named port is the number that the container gives it", () => {
  const pod = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "web", namespace: "one", labels: { app: "web" } },
    spec: { containers: [{ name: "c", image: "c", ports: [{ name: "http", containerPort: 80 }] }] },
  };
  const before = policyOf({ ...any, ingress: [{ ports: [{ port: "http" }] }] });
  const after = policyOf({ ...any, ingress: [{ ports: [{ port: 80 }] }] });
  expect(networkChanges([pod, before], [pod, after])).toEqual([]);
  expect(
    networkChanges([pod, before], [pod, policyOf({ ...any, ingress: [{ ports: [{ port: 81 }] }] })]),
  ).toMatchSnapshot();
});
