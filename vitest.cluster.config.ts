import { defineConfig } from "vitest/config";
import { ssr } from "./vitest.shared.ts";

/** The tests that need the programs of a control plane, which are built on the first run: `*.cluster.test.ts`. */
export default defineConfig({
  ssr,
  test: {
    globalSetup: "vitest.made-kit.ts",
    include: [
      "packages/*/test/**/*.cluster.test.ts",
      "packages/*/*/test/**/*.cluster.test.ts",
      "scripts/test/**/*.cluster.test.ts",
    ],
    // A control plane takes 300 MB and, while it starts, both cores of a small machine.
    fileParallelism: false,
    testTimeout: 120_000,
    // The build.
    hookTimeout: 30 * 60_000,
  },
});
