import { defineConfig } from "vitest/config";

/** Tests with several real kustomize programs; `pnpm test:engines` builds them and runs this. */
export default defineConfig({
  test: { include: ["packages/*/*/test/**/*.engines.test.ts"], isolate: false, testTimeout: 300_000 },
});
