// Needs programs that Go builds: `pnpm test:engines` does, and names them in the environment.
import { expect, test } from "vitest";
import { findKustomize } from "../src/index.ts";
import { compareImages } from "./image-differences.ts";

test.for(["KUSTOMIZE_PINNED", "KUSTOMIZE_OLDEST"])(
  "each image is changed by the entries that the kustomize of %s changes it by",
  { timeout: 300_000 },
  async (name) => {
    const KUSTOMIZE = process.env[name];
    if (KUSTOMIZE === undefined) throw new Error(`${name} is not set: run pnpm test:engines`);
    expect(await compareImages(await findKustomize({ env: { ...process.env, KUSTOMIZE } }), 5)).toBeGreaterThan(100);
  },
);
