// Needs programs that Go builds: `pnpm test:engines` does, and names them in the environment.
import { expect, test } from "vitest";
import { expectExact } from "./exactness.ts";
import { randomChanges } from "./random-objects.ts";
import type { Command } from "./through-kustomize.ts";

const engines: readonly (readonly [string, Command])[] = [
  ["kustomize 5.4", [fromEnvironment("KUSTOMIZE_OLDEST"), "build"]],
  ["the newest kustomize", [fromEnvironment("KUSTOMIZE_PINNED"), "build"]],
  ["kubectl 1.31", [fromEnvironment("KUBECTL_OLDEST"), "kustomize"]],
  ["the newest kubectl", [fromEnvironment("KUBECTL_NEWEST"), "kustomize"]],
];

const rounds = process.env["LONG"] === "1" ? 20 : 1;
const first = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1_000_000));
const cases = engines.flatMap(([name, command]) =>
  Array.from({ length: rounds }, (_, round) => ({ name, command, seed: first + round })),
);

test.for(cases)("$name makes exactly what is wanted of 300 random objects (SEED=$seed)", async ({ command, seed }) => {
  expect.hasAssertions();
  await expectExact(command, randomChanges(300, seed));
});

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run pnpm test:engines`);
  return value;
}
