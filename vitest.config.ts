import { defineConfig } from "vitest/config";
import { elsewhere, shared, ssr } from "./vitest.shared.ts";

/** All that `pnpm test` runs, in one process: `pnpm test:unit [files]`. */
export default defineConfig({
  ssr,
  test: {
    ...shared,
    include: ["packages/*/test/**/*.test.ts", "packages/*/*/test/**/*.test.ts", "scripts/test/**/*.test.ts"],
    exclude: elsewhere,
  },
});
