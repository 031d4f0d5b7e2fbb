import { expect, test } from "vitest";
import { readAllRendered } from "../src/index.ts";

test("files that are not YAML, or no objects, are all named", () => {
  const files = new Map([
    ["a.yaml", "a: [\n"],
    ["b.yaml", "- a\n"],
    ["c.yaml", ""],
    ["d.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: d\n"],
    ["e.yaml", "kind: ConfigMap\n"],
  ]);
  expect(() => readAllRendered(files)).toThrowErrorMatchingInlineSnapshot(`
    [UserError: error[rendered-yaml]: not YAML at line 2, column 1: did not find expected node content
      where:  a.yaml
      to fix: run \`pnpm build\`

    error[rendered-yaml]: it is not a Kubernetes object
      where:  b.yaml
      to fix: run \`pnpm build\`

    error[rendered-yaml]: it is empty
      where:  c.yaml
      to fix: run \`pnpm build\`

    error[rendered-yaml]: it is not a Kubernetes object
      where:  e.yaml
      to fix: run \`pnpm build\`]
  `);
});
