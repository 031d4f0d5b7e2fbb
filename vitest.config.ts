import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // The front's sources, as the compiler reads them. Commands, and systems that Node imports, have what is compiled.
  ssr: { resolve: { conditions: ["typed-manifests-source", "module", "node", "development|production"] } },
  test: {
    // `*.engines.test.ts` need programs that Go builds, or Chromium; `pnpm test:engines` runs them.
    include: ["packages/*/*/test/**/*.test.ts", "scripts/test/**/*.test.ts"],
    // `*.cluster.test.ts` need a control plane's programs; vitest.cluster.config.ts has them.
    exclude: ["**/node_modules/**", "**/*.engines.test.ts", "**/*.cluster.test.ts"],
    globalSetup: ["vitest.made-kit.ts", "vitest.compile-cache.ts"],
    isolate: false,
    // By default one is left free, which on two cores is half of them.
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
