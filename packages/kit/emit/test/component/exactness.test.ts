import { findKustomize } from "@kit/render";
import { expect, test } from "vitest";
import { expectExact } from "./exactness.ts";
import { randomChanges } from "./random-objects.ts";

const rounds = process.env["LONG"] === "1" ? 20 : 1;
const first = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1_000_000));

test.for(Array.from({ length: rounds }, (_, round) => first + round))(
  "kustomize makes exactly what is wanted of 200 random objects (SEED=%d)",
  { timeout: 120_000 },
  async (seed) => {
    expect.hasAssertions();
    const { file, args } = await findKustomize({ env: { ...process.env, KUSTOMIZE: "" } });
    await expectExact([file, ...args], randomChanges(200, seed));
  },
);
