import { repositoryRoot, runScript } from "@kit/testing";
import { capacityOf } from "@kit/testing/rendered";
import { expect, test } from "vitest";
import { services } from "./facts.ts";

test("dev fits its Minikube of 2 CPUs within the target", async () => {
  expect(await capacityOf("two-tier/dev", { system: "two-tier", services: Object.keys(services) })).toEqual({
    pods: 2,
    requests: { cpu: 200, memory: 512 },
    limits: { cpu: 1000, memory: 1024 },
    available: { cpu: 1500, memory: 3072 },
    percent: { cpu: 67, memory: 33 },
  });
});

test("the checks find no error and no warning", async () => {
  const args = ["two-tier/dev", "two-tier/prod", "--json"];
  const { exitCode, stdout } = await runScript("check", { cwd: repositoryRoot, args });
  const { errors, warnings } = JSON.parse(stdout) as Record<string, unknown>;
  expect({ exitCode, errors, warnings }).toEqual({ exitCode: 0, errors: 0, warnings: 0 });
});
