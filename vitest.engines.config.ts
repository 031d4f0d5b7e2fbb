import { defineConfig } from "vitest/config";
import { ssr } from "./vitest.shared.ts";

/**
 * Tests with several real kustomize programs and with Chromium, and those that plant secrets everywhere, which take a
 * minute; `pnpm test:engines` builds what Go has to build and runs this.
 */
export default defineConfig({
  ssr,
  test: {
    include: [
      "packages/*/test/**/*.engines.test.ts",
      "packages/*/*/test/**/*.engines.test.ts",
      "scripts/test/**/*.engines.test.ts",
    ],
    globalSetup: ["vitest.made-kit.ts", "vitest.compile-cache.ts"],
    isolate: false,
    testTimeout: 300_000,
  },
});
