import { defineConfig } from "vitest/config";

/** The tests that need the programs of a control plane, which are built on the first run: `*.cluster.test.ts`. */
export default defineConfig({
  // The front's sources, as the compiler reads them. Commands, and systems that Node imports, have what is compiled.
  ssr: { resolve: { conditions: ["typed-manifests-source", "module", "node", "development|production"] } },
  test: {
    globalSetup: "vitest.made-kit.ts",
    include: ["packages/*/*/test/**/*.cluster.test.ts", "scripts/test/**/*.cluster.test.ts"],
    // A control plane takes 300 MB and, while it starts, both cores of a small machine.
    fileParallelism: false,
    testTimeout: 120_000,
    // The build.
    hookTimeout: 30 * 60_000,
  },
});
