import { expect, test } from "vitest";
import { formatImages, listImages } from "../src/index.ts";

const digest = `sha256:${"ab".repeat(32)}`;

function environment(id: string, text: string, images: readonly string[]): Parameters<typeof listImages>[0][number] {
  const containers = images.map((image) => ({ image }));
  const objects = [{ kind: "CronJob", spec: { jobTemplate: { spec: { template: { spec: { containers } } } } } }];
  return { id, file: `overlays/${id}/kustomization.yaml`, text, objects };
}

test("what runs where, and what has not been built", () => {
  const dev = environment(
    "dev",
    `images:
  - name: web
    newTag: "2.0"
  - name: api
    newName: registry:5000/acme/api
    digest: ${digest}
  - name: tool
    newName: acme/tool
  - name: gone
    newTag: "1"
`,
    ["web:1.9", `registry:5000/acme/api@${digest}`, "acme/tool:3", "busybox:1.36", "busybox:1.37"],
  );
  const prod = environment("prod", 'images: [{name: web, newTag: "1.9"}]\n', ["web:1.9", "busybox"]);
  const images = listImages([dev, prod]);
  expect(formatImages(["dev", "prod"], images)).toMatchInlineSnapshot(`
    "image    dev                                          prod
    api      registry:5000/acme/api@sha256:abababababab…  –
    busybox  1.36, 1.37                                   no tag
    gone     1 *                                          –
    tool     acme/tool:3                                  –
    web      2.0 *                                        1.9

    * dev: the overlay says gone:1, generated/rendered has nothing of it
    * dev: the overlay says web:2.0, generated/rendered has web:1.9
    run \`pnpm build\`
    "
  `);
  expect(images.find(({ name }) => name === "web")).toEqual({
    name: "web",
    deployed: [
      { environment: "dev", reference: "web:2.0", rendered: ["web:1.9"], agrees: false },
      { environment: "prod", reference: "web:1.9", rendered: ["web:1.9"], agrees: true },
    ],
  });
});

test("a registry that is not built yet is one row", () => {
  const text = 'images: [{name: web, newName: acme/web, newTag: "2.0"}]\n';
  expect(listImages([environment("dev", text, ["web:1.9"])])).toEqual([
    {
      name: "web",
      deployed: [{ environment: "dev", reference: "acme/web:2.0", rendered: ["web:1.9"], agrees: false }],
    },
  ]);
});

test("no images at all", () => {
  expect(formatImages(["dev"], listImages([environment("dev", "kind: Kustomization\n", [])]))).toBe("image  dev\n");
});
