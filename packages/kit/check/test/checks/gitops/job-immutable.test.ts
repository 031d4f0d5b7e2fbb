import { describe, expect, test } from "vitest";
import { jobImmutable } from "../../../src/checks/gitops/job-immutable.ts";
import { deliveryOf, fluxKustomization } from "../../delivery-of.ts";
import { judge } from "../../judge.ts";

const job = (metadata: string, image = "shop/migrate:1.4.0"): string => `apiVersion: batch/v1
kind: Job
metadata: ${metadata}
spec:
  template:
    spec: { restartPolicy: Never, containers: [{ name: migrate, image: "${image}" }] }
`;
const plain = job("{ name: migrate }");
const both = deliveryOf({ engines: ["argocd", "flux"] });
const byArgocd =
  "warning Job default/migrate metadata.annotations: Argo CD cannot change the Job in place: a new image is refused, because its pod template is immutable; make it a hook (`argocd.argoproj.io/hook: Sync`), or write `argocd.argoproj.io/sync-options: Force=true,Replace=true`";
const byFlux =
  "warning Job default/migrate metadata.annotations: Flux cannot change the Job in place: a new image is refused, because its pod template is immutable; write `kustomize.toolkit.fluxcd.io/force: enabled`";

describe("job-immutable", () => {
  test("passes Jobs that nobody syncs, and those of CronJobs", () => {
    expect(judge(jobImmutable, plain)).toEqual([]);
    const cronJob =
      "apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: clean }\nspec: { schedule: '@daily', jobTemplate: {} }\n";
    expect(judge(jobImmutable, cronJob, { delivery: both })).toEqual([]);
  });

  test.for([
    ["argocd.argoproj.io/hook", "PreSync"],
    ["helm.sh/hook", "pre-upgrade"],
    ["argocd.argoproj.io/sync-options", "Force=true,Replace=true"],
    ["argocd.argoproj.io/sync-options", "Prune=false, Force=true"],
  ])("passes with Argo CD where %s says %s", ([key, value]) => {
    const annotated = job(`{ name: migrate, annotations: { ${key}: "${value}" } }`);
    expect(judge(jobImmutable, annotated, { delivery: deliveryOf() })).toEqual([]);
    expect(judge(jobImmutable, annotated, { delivery: both })).toEqual([byFlux]);
  });

  test("passes with Flux where the Job or the Kustomization forces it", () => {
    const forced = job("{ name: migrate, labels: { kustomize.toolkit.fluxcd.io/force: Enabled } }");
    expect(judge(jobImmutable, forced, { delivery: deliveryOf({ engines: ["flux"] }) })).toEqual([]);
    const delivery = deliveryOf({ engines: ["flux"], objects: fluxKustomization("  force: true\n") });
    expect(judge(jobImmutable, plain, { delivery })).toEqual([]);
  });

  test("passes where each version is a Job of its own", () => {
    expect(judge(jobImmutable, job("{ name: migrate-1-4-0 }"), { delivery: both })).toEqual([]);
    expect(judge(jobImmutable, job("{ name: migrate-1.4.0 }"), { delivery: both })).toEqual([]);
    expect(judge(jobImmutable, job("{ generateName: migrate- }"), { delivery: both })).toEqual([]);
  });

  test("finds the others, also those that are removed when they have ended", () => {
    expect(judge(jobImmutable, plain, { delivery: both })).toEqual([byArgocd, byFlux]);
    const removed = plain.replace("spec:\n", "spec:\n  ttlSecondsAfterFinished: 60\n");
    expect(judge(jobImmutable, removed, { delivery: deliveryOf() })).toEqual([byArgocd]);
  });

  test("finds one whose image has no tag", () => {
    expect(judge(jobImmutable, job("{ name: migrate }", "shop/migrate"), { delivery: deliveryOf() })).toEqual([
      byArgocd,
    ]);
  });
});
