import { readFileSync } from "node:fs";
import { join } from "node:path";
import { changedFiles, exampleRepository, filesBelow, runScript } from "@kit/testing";
import { describe, expect, test } from "vitest";

/** What changes below overlays/ and generated/ when a bot edits an overlay and the repository is built. */
async function afterEdit(overlay: string, edit: (text: string) => string): Promise<Map<string, string>> {
  using copy = exampleRepository();
  const before = filesBelow(copy.path, "overlays", "generated");
  copy.write({ [overlay]: edit(readFileSync(join(copy.path, overlay), "utf8")) });
  const { exitCode, stderr } = await runScript("build", { cwd: copy.path });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  const after = filesBelow(copy.path, "overlays", "generated");
  return new Map(changedFiles(before, after).map((path) => [path, after.get(path) ?? "removed"]));
}

// What Renovate's kustomize manager does: it replaces the text of the tag and nothing else.
function replaceTag(image: string, tag: string): (text: string) => string {
  return (text) => text.replace(new RegExp(`(- name: ${image}\\n\\s+newTag: )"[^"]*"`), `$1"${tag}"`);
}

describe.concurrent("after a bot", () => {
  test("replaced a tag, only the rendered result changes", async ({ expect }) => {
    const changed = await afterEdit("overlays/prod/kustomization.yaml", replaceTag("shop-api", "1.10"));
    expect([...changed.keys()]).toEqual([
      "generated/rendered/prod/18-deployment-backend.yaml",
      "overlays/prod/kustomization.yaml",
    ]);
    expect(changed.get("generated/rendered/prod/18-deployment-backend.yaml")).toContain("image: shop-api:1.10\n");
  });

  test("pinned a digest beside the tag, the digest is deployed", async ({ expect }) => {
    const digest = `sha256:${"ab".repeat(32)}`;
    const changed = await afterEdit("overlays/prod/kustomization.yaml", replaceTag("shop-api", `1.10@${digest}`));
    expect(changed.get("generated/rendered/prod/18-deployment-backend.yaml")).toContain(`shop-api:1.10@${digest}\n`);
  });

  test("changed stall's tag, the label app.kubernetes.io/version follows as a string", async ({ expect }) => {
    const changed = await afterEdit("overlays/stall/prod/kustomization.yaml", replaceTag("shop-page", "1.10"));
    expect([...changed.keys()]).toEqual([
      "generated/rendered/stall/prod/10-configmap-shop-page-config.yaml",
      "generated/rendered/stall/prod/13-service-shop-page.yaml",
      "generated/rendered/stall/prod/18-deployment-shop-page.yaml",
      "generated/rendered/stall/prod/21-poddisruptionbudget-shop-page-pdb.yaml",
      "generated/rendered/stall/prod/50-externalsecret-shop-page-secret.yaml",
      "generated/rendered/stall/prod/50-ingress-shop-page.yaml",
      "generated/rendered/stall/prod/50-networkpolicy-shop-page-network-policy.yaml",
      "generated/rendered/stall/prod/50-networkpolicy-shop-page.yaml",
      "overlays/stall/prod/kustomization.yaml",
    ]);
    for (const [path, text] of changed) {
      if (path.startsWith("generated/")) expect(text).toContain('    app.kubernetes.io/version: "1.10"\n');
    }
  });

  test("left a Flux marker, it stays, and changes nothing but its tag", async ({ expect }) => {
    const marker = '"2.0.0" # {"$imagepolicy": "flux-system:backend:tag"}';
    const changed = await afterEdit("overlays/dev/kustomization.yaml", (text) =>
      text.replace('- name: shop-api\n    newTag: "latest"', () => `- name: shop-api\n    newTag: ${marker}`),
    );
    expect([...changed.keys()]).toEqual([
      "generated/rendered/dev/18-deployment-backend.yaml",
      "overlays/dev/kustomization.yaml",
    ]);
    expect(changed.get("overlays/dev/kustomization.yaml")).toContain(`newTag: ${marker}\n`);
  });

  test("moved an image to a registry, the new name is deployed", async ({ expect }) => {
    const changed = await afterEdit("overlays/prod/kustomization.yaml", (text) =>
      text.replace("- name: shop-api\n", "- name: shop-api\n    newName: registry.example.com:5000/shop/backend\n"),
    );
    const deployment = changed.get("generated/rendered/prod/18-deployment-backend.yaml");
    expect(deployment).toContain("image: registry.example.com:5000/shop/backend:1.0.0\n");
  });
});
