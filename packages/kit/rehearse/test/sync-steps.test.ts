import { expect, test } from "vitest";
import type { Manifest } from "../src/manifest.ts";
import { syncSteps } from "../src/sync-steps.ts";

function object(kind: string, name: string, annotations: Readonly<Record<string, string>> = {}): Manifest {
  return { where: `${name}.yaml`, text: "", data: { apiVersion: "v1", kind, metadata: { name, annotations } } };
}

const wave = (number: number): Record<string, string> => ({ "argocd.argoproj.io/sync-wave": String(number) });
const hook = (phases: string): Record<string, string> => ({ "argocd.argoproj.io/hook": phases });

function steps(...manifests: Manifest[]): string[] {
  return syncSteps(manifests).map((step) => step.manifests.map(({ data }) => data.metadata.name).join(" "));
}

test("one, in the order of the files, where nothing is said", () => {
  expect(steps(object("Deployment", "web"), object("Service", "web-service"))).toEqual(["web web-service"]);
});

test("phases, in each the waves from the lowest, in each the kinds as Argo CD has them", () => {
  expect(
    steps(
      object("Job", "after", hook("PostSync")),
      object("Deployment", "late", wave(2)),
      object("Deployment", "web"),
      object("ConfigMap", "config"),
      object("Job", "early", wave(-1)),
      object("Job", "before", hook("PreSync")),
      object("Job", "first", { ...hook("PreSync"), ...wave(-3) }),
    ),
  ).toEqual(["first", "before", "early", "config web", "late", "after"]);
});

test("hooks of other phases are not applied", () => {
  expect(steps(object("Job", "failed", hook("SyncFail")), object("Deployment", "web"))).toEqual(["web"]);
});
