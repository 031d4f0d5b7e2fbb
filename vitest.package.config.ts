import { defineConfig } from "vitest/config";
import { elsewhere, shared, ssr } from "./vitest.shared.ts";

/** The tests of one package, started in its folder: its script `test`, which turbo runs. */
export default defineConfig({
  ssr,
  plugins: [
    {
      name: "one-root",
      // What is transformed is kept by root: with one for all, each package takes from the cache what another one put there.
      // As a plugin, because knip reads `include` beside it, from the package's folder.
      config: () => ({ root: import.meta.dirname, test: { dir: process.cwd() } }),
    },
  ],
  test: {
    ...shared,
    include: ["test/**/*.test.ts"],
    // vitest.docs.config.ts has those: an edit of a page is no reason to run all tests of a room.
    exclude: [...elsewhere, "**/*.docs.test.ts"],
  },
});
