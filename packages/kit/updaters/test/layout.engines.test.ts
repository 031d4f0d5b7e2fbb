// Needs programs that Go builds and a Renovate: `pnpm test:engines` makes them, and names them in the environment.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "@kit/testing";
import { describe, test } from "vitest";
import { afterUpdate } from "./contract.ts";
import { marked, marker } from "./overlays.ts";
import { argocdKustomization, fluxSetters, kustomizeEdit, renovateWrites, type Writer } from "./writers.ts";

const edit = kustomizeEdit("KUSTOMIZE_PINNED");
const update = { name: "shop-api", tag: "1.10" };

/** As people may leave it: comments wherever they can be, markers, empty lines. */
function commented(overlay: string): string {
  return marked("prod")(overlay)
    .replace("images:\n", "\n# What runs.\nimages:\n  # The API.\n")
    .replace("- name: shop-api\n", "- name: shop-api # ours\n")
    .replace("- name: shop-web\n", "- name: shop-web # ours, too\n");
}

describe.concurrent("comments and markers", () => {
  const before = { prod: commented };

  test("Argo CD Image Updater's own functions lose those of the entry and above it, and the empty line", async ({
    expect,
  }) => {
    const outcome = await afterUpdate((root) => argocdKustomization(root, "prod", update), before);
    expect(outcome).toMatchInlineSnapshot(`
      {
        "build": "built",
        "check": [],
        "deployed": [
          "prod image: shop-api:1.10",
        ],
        "kept": true,
        "review": [
          "routine",
        ],
        "written": {
          "overlays/prod/kustomization.yaml": [
            "-",
            "-  # The API.",
            "-  - name: shop-api # ours",
            "-    newTag: "1.0.0" # {"$imagepolicy": "flux-system:prod-shop-api:tag"}",
            "+  - name: shop-api",
            "+    newTag: "1.10"",
          ],
        },
      }
    `);
  });

  test("Flux's setters, as documented, not the program itself, lose the empty line", async ({ expect }) => {
    expect(await afterUpdate((root) => fluxSetters(root, "prod", update), before)).toMatchInlineSnapshot(`
      {
        "build": "built",
        "check": [],
        "deployed": [
          "prod image: shop-api:1.10",
        ],
        "kept": true,
        "review": [
          "routine",
        ],
        "written": {
          "overlays/prod/kustomization.yaml": [
            "-",
            "-    newTag: "1.0.0" # {"$imagepolicy": "flux-system:prod-shop-api:tag"}",
            "+    newTag: "1.10" # {"$imagepolicy": "flux-system:prod-shop-api:tag"}",
          ],
        },
      }
    `);
  });

  test("kustomize edit loses all at the end of a line, and the layout", async ({ expect }) => {
    expect(await afterUpdate((root) => edit(root, "prod", update), before)).toMatchInlineSnapshot(`
      {
        "build": "built",
        "check": [],
        "deployed": [
          "prod image: shop-api:1.10",
        ],
        "kept": true,
        "review": [
          "routine",
        ],
        "written": {
          "overlays/prod/kustomization.yaml": [
            "-  - ../../generated/bases/shop/backend",
            "-  - ../../generated/bases/shop/web",
            "-  - ../../generated/bases/shop/chat",
            "+- ../../generated/bases/shop/backend",
            "+- ../../generated/bases/shop/web",
            "+- ../../generated/bases/shop/chat",
            "-  - ../../generated/environments/prod",
            "+- ../../generated/environments/prod",
            "-images:",
            "-  - name: shop-api # ours",
            "-    newTag: "1.0.0" # {"$imagepolicy": "flux-system:prod-shop-api:tag"}",
            "-  - name: shop-web # ours, too",
            "-    newTag: "1.0.0" # {"$imagepolicy": "flux-system:prod-shop-web:tag"}",
            "-  - name: shop-chat",
            "-    newTag: "1.0.0" # {"$imagepolicy": "flux-system:prod-shop-chat:tag"}",
            "+images:",
            "+- name: shop-api",
            "+  newTag: "1.10"",
            "+- name: shop-chat",
            "+  newTag: 1.0.0",
            "+- name: shop-web",
            "+  newTag: 1.0.0",
          ],
        },
      }
    `);
  });

  test("Renovate keeps all", async ({ expect }) => {
    expect(await afterUpdate((root) => renovateWrites(root, "prod", update), before)).toMatchInlineSnapshot(`
      {
        "build": "built",
        "check": [],
        "deployed": [
          "prod image: shop-api:1.10",
        ],
        "kept": true,
        "review": [
          "routine",
        ],
        "written": {
          "overlays/prod/kustomization.yaml": [
            "-    newTag: "1.0.0" # {"$imagepolicy": "flux-system:prod-shop-api:tag"}",
            "+    newTag: "1.10" # {"$imagepolicy": "flux-system:prod-shop-api:tag"}",
          ],
        },
      }
    `);
  });
});

const writers: readonly [string, Writer][] = [
  ["Argo CD Image Updater's own functions", argocdKustomization],
  ["Flux's setters, as documented, not the program itself,", fluxSetters],
  ["kustomize edit", edit],
  ["Renovate", renovateWrites],
];

/** What a writer makes of an overlay that is not built. */
async function writtenBy(write: Writer, text: string): Promise<string> {
  const file = "overlays/prod/kustomization.yaml";
  using directory = temporaryDirectory({ [file]: text });
  await write(directory.path, "prod", update);
  return readFileSync(join(directory.path, file), "utf8");
}

function withCrlf(tag: string): string {
  const line = `newTag: "${tag}" ${marker("prod", "shop-api", "tag")}`;
  return `kind: Kustomization\r\nimages:\r\n- name: shop-api\r\n  ${line}\r\n`;
}

describe("CRLF", () => {
  test.for(writers)("%s", async ([name, write], { expect }) => {
    const text = await writtenBy(write, withCrlf("1.0.0"));
    expect(text).toContain('newTag: "1.10"');
    // What reads and writes YAML makes LF of it.
    if (name === "Renovate") expect(text).toBe(withCrlf("1.10"));
    else expect(text).not.toContain("\r");
  });
});

describe("the order of 200 entries", () => {
  // 73 and 200 have no common divisor: each number once, in no order that a program would make.
  const names = Array.from({ length: 200 }, (_, index) =>
    index === 77 ? update.name : `service-${(index * 73) % 200}`,
  );
  const text = [
    "apiVersion: kustomize.config.k8s.io/v1beta1",
    "kind: Kustomization",
    "images:",
    ...names.flatMap((name) => [`  - name: ${name}`, `    newTag: "1.0.0" ${marker("prod", name, "tag")}`]),
    "",
  ].join("\n");

  test.for(writers)("%s", async ([name, write], { expect }) => {
    const written = await writtenBy(write, text);
    const order = [...written.matchAll(/name: (\S+)/g)].map(([, one]) => one!);
    expect(order).toEqual(name === "kustomize edit" ? names.toSorted() : names);
    const lines = text.split("\n");
    const changed = written.split("\n").filter((line) => !lines.includes(line));
    if (name !== "kustomize edit") expect(changed).toEqual([expect.stringContaining("1.10")]);
  });
});

describe("Renovate passes over", () => {
  const cases = [
    ["a tag that is a number", "newTag: 1.10", "invalid-value"],
    [
      "a tag beside a digest",
      `newTag: "1.0.0"\n  digest: sha256:${"ab".repeat(32)}`,
      "invalid-dependency-specification",
    ],
  ] as const;

  test.for(cases)("%s", async ([, lines, reason], { expect }) => {
    const text = `kind: Kustomization\nimages:\n- name: shop-api\n  ${lines}\n`;
    await expect(writtenBy(renovateWrites, text)).rejects.toThrow(`Renovate passes over shop-api: ${reason}`);
  });
});
