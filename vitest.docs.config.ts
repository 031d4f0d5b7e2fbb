import { defineConfig } from "vitest/config";
import { elsewhere, shared, ssr } from "./vitest.shared.ts";

/** The tests that read docs/, README and the like, and those of this repository's own tasks: the script `test` of scripts/. */
export default defineConfig({
  root: import.meta.dirname,
  ssr,
  test: {
    ...shared,
    include: ["packages/*/*/test/**/*.docs.test.ts", "scripts/test/**/*.test.ts"],
    exclude: elsewhere,
  },
});
