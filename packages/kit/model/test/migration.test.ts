import { migration } from "@kit/model";
import { Job } from "kubernetes-models/batch/v1/Job";
import { expect, test } from "vitest";

const spec = {
  template: { spec: { restartPolicy: "Never" as const, containers: [{ name: "migrate", image: "shop-api" }] } },
};

test("a migration is a Job that each sync runs anew", () => {
  const job = new Job({ metadata: { name: "migrate", labels: { app: "backend" } }, spec });
  expect(migration(job).toJSON()).toEqual({
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: {
      name: "migrate",
      labels: { app: "backend", "app.kubernetes.io/component": "migration" },
      annotations: {
        "argocd.argoproj.io/hook": "Sync",
        "argocd.argoproj.io/hook-delete-policy": "BeforeHookCreation",
        "kustomize.toolkit.fluxcd.io/force": "enabled",
      },
    },
    spec,
  });
});

test("what a migration says itself of hooks stays, and the Job that it is made of is left alone", () => {
  const annotations = { "argocd.argoproj.io/hook-delete-policy": "HookSucceeded", team: "a" };
  const job = new Job({ metadata: { name: "migrate", annotations }, spec });
  expect(migration(job).metadata?.annotations).toEqual({
    "argocd.argoproj.io/hook": "Sync",
    "argocd.argoproj.io/hook-delete-policy": "HookSucceeded",
    "kustomize.toolkit.fluxcd.io/force": "enabled",
    team: "a",
  });
  expect(job.metadata).toEqual({ name: "migrate", annotations });
});
