import { availableParallelism } from "node:os";
import { join } from "node:path";

/** What all tests have that `pnpm test` runs. */
export const shared = {
  globalSetup: ["vitest.made-kit.ts", "vitest.compile-cache.ts"].map((file) => join(import.meta.dirname, file)),
  isolate: false,
  // By default one is left free, which on two cores is half of them.
  maxWorkers: availableParallelism(),
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

/** The front's sources, as the compiler reads them. Commands, and systems that Node imports, have what is compiled. */
export const ssr = { resolve: { conditions: ["typed-manifests-source", "module", "node", "development|production"] } };

/** Those with a command of their own: they need programs that Go builds, Chromium, or a control plane. */
export const elsewhere = ["**/node_modules/**", "**/*.engines.test.ts", "**/*.cluster.test.ts"];
