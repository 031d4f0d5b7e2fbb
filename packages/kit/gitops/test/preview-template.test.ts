import { filled, markedText } from "../src/preview/marks.ts";
import { previewTemplate } from "@kit/gitops/previews";
import { requestOf, sampleRequest, triedRequests, type PreviewRequest } from "@kit/model";
import { describe, expect, test } from "vitest";
import type { SyncedObject } from "../src/rendered-object.ts";

type Made = (request: PreviewRequest) => Record<string, unknown>;

function configMap(data: Record<string, unknown>, name = "web"): Made {
  return ({ number }) => ({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name, namespace: `shop-pr-${number}` },
    data,
  });
}

function rendered(all: readonly Made[], request: PreviewRequest): SyncedObject[] {
  return all.map((made) => {
    const data = made(request) as { apiVersion: string; kind: string; metadata: { name: string; namespace?: string } };
    const { name, namespace } = data.metadata;
    return { apiVersion: data.apiVersion, kind: data.kind, name, namespace, data };
  });
}

function templateOf(...all: readonly Made[]) {
  const [one, other] = triedRequests;
  const place = { id: "preview", namespace: `shop-pr-${sampleRequest.number}` };
  return previewTemplate(
    place,
    rendered(all, sampleRequest),
    [rendered(all, one), rendered(all.toReversed(), other)],
    "packages/shop/environments/src/index.ts",
  );
}

function said(...all: readonly Made[]): string[] {
  return templateOf(...all).problems.map(({ what, next }) => `${what}; ${next}`);
}

const namespace: Made = ({ number }) => ({
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name: `shop-pr-${number}` },
});
const named: Made = (request) => configMap({ A: "same", B: `pr-${request.number}` }, `web-${request.number}`)(request);
const workload: Made = ({ number }) => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "web", namespace: `shop-pr-${number}` },
  spec: { template: { metadata: { annotations: { "checksum/config": `${Number(number) * 31}` } } } },
});
const some: Made = (request) => configMap({}, request.number.startsWith("1") ? "a" : "b")(request);
const calculated: Made = (request) =>
  configMap({
    [request.number]: "a",
    list: Array.from({ length: 1 + (Number(request.number) % 2) }, () => "x"),
    port: Number(request.number),
  })(request);
const own =
  (kind: string, apiVersion: string, spec: object): Made =>
  ({ number }) => ({
    apiVersion,
    kind,
    metadata: { name: "web", namespace: `shop-pr-${number}` },
    spec,
  });
const elsewhere: Made = () => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "web", namespace: "monitoring" },
});
const role: Made = () => ({
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "ClusterRole",
  metadata: { name: "web" },
});

test("what follows from the request is patched, also in names, and nothing else", () => {
  const { template, problems } = templateOf(namespace, named);
  expect(problems).toEqual([]);
  const number = markedText(triedRequests[0].number, triedRequests[1].number)!;
  expect(template).toEqual({
    clusterObjects: [{ group: "", kind: "Namespace", name: `shop-pr-${number}` }],
    patches: [
      {
        target: { group: "^$", version: "v1", kind: "Namespace", name: "shop-pr-123" },
        operations: [
          expect.objectContaining({ op: "test", path: "/metadata/name", value: "shop-pr-123" }),
          expect.objectContaining({ op: "replace", path: "/metadata/name", value: `shop-pr-${number}` }),
        ],
      },
      {
        target: { group: "^$", version: "v1", kind: "ConfigMap", name: "web-123", namespace: "shop-pr-123" },
        operations: expect.arrayContaining([
          expect.objectContaining({ op: "replace", path: "/metadata/name", value: `web-${number}` }),
          expect.objectContaining({ op: "replace", path: "/metadata/namespace", value: `shop-pr-${number}` }),
          expect.objectContaining({ op: "replace", path: "/data/B", value: `pr-${number}` }),
        ]) as unknown,
      },
    ],
  });
  expect(filled(`shop-pr-${number}`, requestOf("7", ""))).toBe("shop-pr-7");
});

test("a checksum stays the sample's", () => {
  const { template, problems } = templateOf(workload);
  expect([problems, template.patches[0]!.operations.map(({ path }) => path)]).toEqual([
    [],
    ["/metadata/namespace", "/metadata/namespace"],
  ]);
});

describe("refused is", () => {
  test("an object that some requests have", () => {
    expect(said(some)).toEqual([
      'the preview "preview" has ConfigMap "a" for some pull requests and not for others; let nothing but names, hosts and texts depend on the number and the commit',
      'the preview "preview" has ConfigMap "b" for some pull requests and not for others; let nothing but names, hosts and texts depend on the number and the commit',
    ]);
  });

  test("a number, a key or a list that is calculated", () => {
    const next =
      "write a text with the number as it is, such as `pr-${number}`: nobody calculates when Argo CD or Flux puts it in";
    expect(said(calculated)).toEqual(
      [
        ["data.1357913", '"a" for one, nothing for another'],
        ["data.2468024", 'nothing for one, "a" for another'],
        ["data.list", '["x","x"] for one, ["x"] for another'],
        ["data.port", "1357913 for one, 2468024 for another"],
      ].map(
        ([path, got]) =>
          `the preview "preview" has ConfigMap "web", whose ${path} follows from the pull request and does not contain its number or commit: ${got}; ${next}`,
      ),
    );
  });

  test("an object that a patch would spoil", () => {
    expect(said(configMap({ Makefile: "\tall:\n\tdone\n" }))).toEqual([
      'the preview "preview" has ConfigMap "web", which a patch of kustomize would spoil: it has an integer beyond 2^53, or a text of several lines that begins with a tab; ' +
        "write it otherwise in the preview: begin the text with another character, or write the integer as a text",
    ]);
  });

  test("what all previews would share", () => {
    expect(
      templateOf(
        elsewhere,
        role,
        own("Ingress", "networking.k8s.io/v1", { rules: [{ http: {} }, { host: "a.example.com" }] }),
        own("HTTPRoute", "gateway.networking.k8s.io/v1", { hostnames: ["b.example.com"] }),
        own("Service", "v1", {
          type: "NodePort",
          ports: [
            { port: 80, nodePort: 30001 },
            { port: 81, nodePort: 30002 },
          ],
        }),
      ).problems.map(({ what }) => what),
    ).toEqual([
      'the preview "preview" has ConfigMap "web" in the namespace monitoring, which all previews would share',
      'the preview "preview" has ClusterRole "web", which is in no namespace: all previews would have the same one',
      'the preview "preview" has Ingress "web" with the host *, which all previews would answer for',
      'the preview "preview" has Ingress "web" with the host a.example.com, which all previews would answer for',
      'the preview "preview" has HTTPRoute "web" with the host b.example.com, which all previews would answer for',
      'the preview "preview" has Service "web" with the port 30001 and 30002 of the nodes, which one preview alone can have',
    ]);
  });
});
