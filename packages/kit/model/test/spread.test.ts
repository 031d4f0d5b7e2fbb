import { expect, test } from "vitest";
import { spreadOverNodes } from "../src/index.ts";
import { exampleWorkloads } from "./example-deployment.ts";

const constraint = {
  maxSkew: 1,
  topologyKey: "kubernetes.io/hostname",
  whenUnsatisfiable: "ScheduleAnyway",
  labelSelector: { matchLabels: { app: "web" } },
};

function templateOf(...matchLabelKeys: string[]): object {
  const own = matchLabelKeys.length === 0 ? constraint : { ...constraint, matchLabelKeys };
  return { spec: { topologySpreadConstraints: [own] } };
}

test("spreads each rollout of a Deployment, each run of a Job, and all pods of a StatefulSet", () => {
  const [deployment, statefulSet, , job, cronJob] = exampleWorkloads();
  const ofRun = templateOf("batch.kubernetes.io/job-name");
  expect([deployment, statefulSet, job, cronJob].map((workload) => spreadOverNodes(workload))).toEqual([
    { target: deployment, delta: { spec: { template: templateOf("pod-template-hash") } } },
    { target: statefulSet, delta: { spec: { template: templateOf() } } },
    { target: job, delta: { spec: { template: ofRun } } },
    { target: cronJob, delta: { spec: { jobTemplate: { spec: { template: ofRun } } } } },
  ]);
});
