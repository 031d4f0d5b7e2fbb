import { defineConfig } from "vitest/config";

/**
 * Tests with several real kustomize programs and with Chromium, and those that plant secrets everywhere, which take a
 * minute; `pnpm test:engines` builds what Go has to build and runs this.
 */
export default defineConfig({
  // The front's sources, as the compiler reads them. Commands, and systems that Node imports, have what is compiled.
  ssr: { resolve: { conditions: ["typed-manifests-source", "module", "node", "development|production"] } },
  test: {
    include: ["packages/*/*/test/**/*.engines.test.ts", "scripts/test/**/*.engines.test.ts"],
    globalSetup: ["vitest.made-kit.ts", "vitest.compile-cache.ts"],
    isolate: false,
    testTimeout: 300_000,
  },
});
