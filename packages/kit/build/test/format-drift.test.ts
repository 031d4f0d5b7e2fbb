import { madeSecrets } from "@kit/testing";
import { expect, test } from "vitest";
import { formatDrift } from "../src/index.ts";

const text = (value: string): string => `env:\n  - name: SESSION_SECRET\n    value: ${value}\n`;

test("a drift tells that a secret differs, without either, also where its name is on another line", () => {
  const [own, other] = [61, 62].map((seed) =>
    madeSecrets(seed)
      .find(({ kind }) => kind === "a random key")!
      .value.toLowerCase(),
  );
  const changed = { kind: "changed", path: "a.yaml", committed: text(own!), built: text(other!) } as const;
  expect(formatDrift([changed])).toBe(`--- a/generated/a.yaml
+++ b/generated/a.yaml
@@ -1,3 +1,3 @@
 env:
   - name: SESSION_SECRET
-    value: *** (before)
+    value: *** (after)
`);
});
