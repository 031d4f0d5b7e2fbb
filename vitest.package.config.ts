import { defineConfig } from "vitest/config";
import { elsewhere, shared, ssr } from "./vitest.shared.ts";

/** The tests of one package, started in its folder: its script `test`, which turbo runs. */
export default defineConfig({
  ssr,
  test: {
    ...shared,
    include: ["test/**/*.test.ts"],
    // vitest.docs.config.ts has those: an edit of a page is no reason to run all tests of a room.
    exclude: [...elsewhere, "**/*.docs.test.ts"],
  },
});
