import { kubernetesMinor } from "@kit/schema";
import { expect, test } from "vitest";
import { apiVersionServed } from "../src/checks/api-validity/api-version-served.ts";
import { fieldEnum } from "../src/checks/api-validity/field-enum.ts";
import { unknownField } from "../src/checks/api-validity/unknown-field.ts";
import { clusterOf } from "./cluster-of.ts";
import { judge, type Facts } from "./judge.ts";
import { documents, workload } from "./manifests.ts";

const on = (kubernetes: "1.34" | "1.35" | "1.37"): Facts => ({ cluster: clusterOf("one", { kubernetes }) });
const grouped = documents(workload({ pod: { schedulingGroup: { podGroupName: "web" } } }));
const referring = documents(workload({ pod: { workloadRef: { name: "web", podGroup: "web" } } }));

test("a field of another version says which has it", () => {
  const place = "error Deployment shop/web spec.template.spec";
  expect(judge(unknownField, grouped, on("1.34"))).toEqual([
    `${place}.schedulingGroup: Kubernetes 1.34 does not have the field schedulingGroup: it comes with ${kubernetesMinor}; leave it out, or raise the cluster's version first`,
  ]);
  expect(judge(unknownField, referring, on("1.37"))).toEqual([
    `${place}.workloadRef: Kubernetes 1.37 does not have the field workloadRef: it was there until 1.35; leave it out`,
  ]);
  expect([judge(unknownField, grouped, on("1.37")), judge(unknownField, referring, on("1.35"))]).toEqual([[], []]);
  expect(judge(unknownField, grouped)).toEqual([]);
});

test("a field of no version is said as ever", () => {
  const misspelt = documents(workload({ pod: { restartPolcy: "Always" } }));
  expect(judge(unknownField, misspelt, on("1.34"))).toEqual(judge(unknownField, misspelt));
});

test("a kind of another version says which serves it, also of a group that the pinned one does not have", () => {
  const policy = documents({
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "MutatingAdmissionPolicy",
    metadata: { name: "a" },
  });
  expect(judge(apiVersionServed, policy, on("1.35"))).toEqual([
    `error MutatingAdmissionPolicy a apiVersion: Kubernetes 1.35 does not serve MutatingAdmissionPolicy in admissionregistration.k8s.io/v1: it comes with ${kubernetesMinor}; leave it out, or raise the cluster's version first`,
  ]);
  expect([judge(apiVersionServed, policy, on("1.37")), judge(apiVersionServed, policy)]).toEqual([[], []]);
  const migration = documents({
    apiVersion: "storagemigration.k8s.io/v1",
    kind: "StorageVersionMigration",
    metadata: { name: "a" },
  });
  expect(judge(apiVersionServed, migration, on("1.35"))).toMatchInlineSnapshot(`
    [
      "error StorageVersionMigration a apiVersion: Kubernetes 1.35 does not serve StorageVersionMigration in storagemigration.k8s.io/v1: it comes with 1.37; leave it out, or raise the cluster's version first",
    ]
  `);
  expect([judge(apiVersionServed, migration, on("1.37")), judge(apiVersionServed, migration)]).toEqual([[], []]);
});

test("a custom resource is what its definition says, in whatever version", () => {
  const application = documents({ apiVersion: "argoproj.io/v1alpha2", kind: "Application", metadata: { name: "a" } });
  expect(judge(apiVersionServed, application, on("1.35"))).toEqual(judge(apiVersionServed, application));
});

test("a value of another version", () => {
  const tolerations = [{ key: "size", operator: "Gt", value: "3" }];
  const greater = documents(workload({ pod: { tolerations } }));
  expect(judge(fieldEnum, greater, on("1.34"))).toMatchInlineSnapshot(`
    [
      "error Deployment shop/web spec.template.spec.tolerations[0].operator: "Gt" is not one of the values "Equal" or "Exists"; write "Equal" or "Exists"",
    ]
  `);
  expect(judge(fieldEnum, greater, on("1.37"))).toEqual([]);
});
