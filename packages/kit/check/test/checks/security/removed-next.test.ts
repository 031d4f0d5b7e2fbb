import { kubernetesMinor } from "@kit/schema";
import { expect, test } from "vitest";
import { removedNext } from "../../../src/checks/security/removed-next.ts";
import { clusterOf } from "../../cluster-of.ts";
import { judge, type Facts } from "../../judge.ts";
import { documents, object, workload } from "../../manifests.ts";

const on = (kubernetes: "1.34" | "1.35" | "1.37"): Facts => ({ cluster: clusterOf("one", { kubernetes }) });
const withWorkloadRef = documents(workload({ pod: { workloadRef: { name: "web", podGroup: "web" } } }));

test("what stays, what nobody knows a next version of, and a cluster that says none", () => {
  expect(judge(removedNext, documents(workload()), on("1.35"))).toEqual([]);
  expect(judge(removedNext, withWorkloadRef, on("1.37"))).toEqual([]);
  expect(judge(removedNext, withWorkloadRef, { cluster: clusterOf("one") })).toEqual([]);
  expect(judge(removedNext, withWorkloadRef)).toEqual([]);
  // It is wrong there already.
  expect(judge(removedNext, withWorkloadRef, on("1.34"))).toEqual([]);
  const custom = object("example.com/v1", "Thing", "a", { spec: { workloadRef: {} } });
  expect(judge(removedNext, documents(custom), on("1.35"))).toEqual([]);
});

test("a field that goes", () => {
  expect(judge(removedNext, withWorkloadRef, on("1.35"))).toEqual([
    `warning Deployment shop/web spec.template.spec.workloadRef: Kubernetes ${kubernetesMinor} does not have the field workloadRef any more; do without it before the cluster is raised`,
  ]);
});
