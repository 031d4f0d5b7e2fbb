import { expect, test } from "vitest";
import { formatChanges } from "../src/index.ts";

const [a, b] = ["a", "b"].map((letter) => `sha256:${letter.repeat(64)}`);
const registry = "registry.example.com/shop/web";

test.for([
  [{ tag: "1.0.0" }, { tag: "1.0.1" }, "1.0.0 → 1.0.1"],
  [{ tag: "1.0.1" }, { tag: "1.0.0" }, "1.0.1 → 1.0.0 (a downgrade)"],
  [{ tag: "1.0.0" }, { tag: "main" }, "1.0.0 → main (the tags do not tell which is newer)"],
  [{ tag: "1.0.0" }, { tag: "1.0.0", digest: a }, `1.0.0 → 1.0.0@${a} (the same tag, now pinned)`],
  [{ tag: "1.0.0", digest: a }, { tag: "1.0.0" }, `1.0.0@${a} → 1.0.0 (the same tag, no longer pinned)`],
  [{ tag: "1.0.0", digest: a }, { tag: "1.0.0", digest: b }, `1.0.0@${a} → 1.0.0@${b} (the same tag, another digest)`],
  [{ tag: "1.0.0", digest: a }, { tag: "1.1.0" }, `1.0.0@${a} → 1.1.0`],
  [{ digest: a }, { digest: b }, `${a} → ${b} (the tags do not tell which is newer)`],
] as const)("of the same repository: %o to %o", ([before, after, text]) => {
  const change = (repository: string) => [
    {
      name: "web",
      index: 0,
      file: "overlays/dev/kustomization.yaml",
      before: { repository, tag: undefined, digest: undefined, ...before },
      after: { repository, tag: undefined, digest: undefined, ...after },
    },
  ];
  expect(formatChanges(change("web"))).toBe(`  web  ${text}\n`);
  expect(formatChanges(change(registry))).toBe(
    `  web  ${text.replace(/^\S+/, (old) => `${registry}${old.startsWith("sha") ? "@" : ":"}${old}`)}\n`,
  );
});

test("of another repository both are said", () => {
  const before = { repository: "web", tag: "1.0.0", digest: undefined };
  const after = { repository: registry, tag: "1.0.0", digest: undefined };
  expect(formatChanges([{ name: "web", index: 0, file: "overlays/dev/kustomization.yaml", before, after }])).toBe(
    `  web  1.0.0 → ${registry}:1.0.0\n`,
  );
});
