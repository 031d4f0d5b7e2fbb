import { repositoryRoot, runScript } from "@kit/testing";
import { capacityOf } from "@kit/testing/rendered";
import { expect, test } from "vitest";
import { deployments } from "./facts.ts";

test("dev needs of its Minikube what the specification says", async () => {
  expect(await capacityOf("dev", { system: "todo-app", services: Object.keys(deployments) })).toEqual({
    pods: 6,
    requests: { cpu: 900, memory: 1024 },
    limits: { cpu: 1800, memory: 2048 },
    available: { cpu: 3000, memory: 6144 },
    percent: { cpu: 60, memory: 33 },
  });
});

test("prod waits for its Secret, which is in its Namespace", async () => {
  const { stdout } = await runScript("order", { cwd: repositoryRoot, args: ["prod", "--json"] });
  const { waves } = JSON.parse(stdout) as { waves: { wave: number; objects: { id: string }[] }[] };
  expect(waves.map(({ wave }) => wave)).toEqual([-1, 0]);
  expect(waves[0]!.objects.map(({ id }) => id)).toEqual([
    "/Namespace//todo-app",
    "external-secrets.io/ExternalSecret/todo-app/app-secrets",
  ]);
});

test("the checks find no error and no warning", async () => {
  const { exitCode, stdout } = await runScript("check", { cwd: repositoryRoot, args: ["dev", "prod", "--json"] });
  const { errors, warnings } = JSON.parse(stdout) as Record<string, unknown>;
  expect({ exitCode, errors, warnings }).toEqual({ exitCode: 0, errors: 0, warnings: 0 });
});
