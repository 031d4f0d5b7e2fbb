import { defineConfig } from "vitest/config";

/** Tests with several real kustomize programs, and with Chromium; `pnpm test:engines` builds the first and runs this. */
export default defineConfig({
  test: { include: ["packages/*/*/test/**/*.engines.test.ts"], isolate: false, testTimeout: 300_000 },
});
