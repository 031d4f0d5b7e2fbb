import { expect, test } from "vitest";
import { collectDefinitions } from "../src/index.ts";
import { backupDefinition } from "./definitions.ts";

test("definitions, those in Lists too, each once; what else is there is counted", () => {
  const one = backupDefinition();
  const list = { apiVersion: "v1", kind: "List", items: [one, { apiVersion: "v1", kind: "Namespace" }] };
  const { found, problems, others } = collectDefinitions([
    { data: list, where: "a.yaml" },
    { data: one, where: "b.yaml" },
  ]);
  expect({ where: found.map(({ where }) => where), problems, others }).toEqual({
    where: ["a.yaml"],
    problems: [],
    others: 1,
  });
});

test("two that say different things of one kind", () => {
  const objects = [backupDefinition(), backupDefinition({ scope: "Cluster" })];
  const { problems } = collectDefinitions(objects.map((data, index) => ({ data, where: `${index}.yaml` })));
  expect(problems).toEqual([
    {
      code: "definition-invalid",
      what: "two definitions of example.com/Backup say different things: the other one is in 0.yaml",
      where: "1.yaml",
      next: "keep the one that the cluster has",
    },
  ]);
});

const names = { kind: "Backup", plural: "backups" };
const refers = { type: "object", properties: { spec: { $ref: "#/definitions/Spec" } } };

test.each([
  [
    backupDefinition({ group: "../../evil" }),
    'the definition backups.example.com: spec.group is "../../evil", and not a DNS-1123 subdomain',
  ],
  [
    backupDefinition({ names: { ...names, kind: "../Backup" } }),
    'the definition backups.example.com: spec.names.kind is "../Backup", and not the name of a kind',
  ],
  [
    backupDefinition({ names: { ...names, plural: "copies" } }),
    "the definition backups.example.com has to be called copies.example.com, after its plural and group",
  ],
  [
    backupDefinition({ scope: "Global" }),
    'the definition backups.example.com: spec.scope is "Global", and not Namespaced or Cluster',
  ],
  [backupDefinition({ versions: [] }), "the definition backups.example.com has no versions"],
  [
    backupDefinition({ versions: [{ name: "v1", served: true, storage: true }] }),
    "the definition backups.example.com: spec.versions[0] has no schema.openAPIV3Schema",
  ],
  [
    backupDefinition({}, refers),
    'the definition backups.example.com: spec.versions[0].schema.openAPIV3Schema.properties.spec refers to "#/definitions/Spec", which no definition may',
  ],
  [
    { ...backupDefinition(), apiVersion: "apiextensions.k8s.io/v1beta1" },
    'the definition backups.example.com is of "apiextensions.k8s.io/v1beta1", which no API server has served since Kubernetes 1.22',
  ],
])("a definition that is refused, %#", (data, what) => {
  expect(collectDefinitions([{ data, where: "a.yaml" }]).problems.map((one) => one.what)).toEqual([what]);
});
