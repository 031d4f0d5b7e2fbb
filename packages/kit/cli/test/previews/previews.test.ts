import { execFileSync } from "node:child_process";
import { filesBelow, runScript } from "@kit/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { applicationOf, deployed, kustomizationOf } from "./application-of.ts";
import { renderedPlain, withoutChecksum } from "./rendered-plain.ts";
import { overlayFile, previewRepository } from "./preview-repository.ts";

const request = { number: "987654", commit: "feedbeef0123456789abcdef0123456789abcdef" };

let repository: ReturnType<typeof previewRepository>;
let built: Awaited<ReturnType<typeof runScript>>;

beforeAll(async () => {
  repository = previewRepository();
  built = await runScript("build", { cwd: repository.path });
});

afterAll(() => repository[Symbol.dispose]());

test("Argo CD and Flux deploy for a pull request what its own environment renders", async () => {
  expect(built).toMatchObject({ exitCode: 0, stderr: "" });
  const wanted = withoutChecksum(await renderedPlain(request));
  expect(wanted.length).toBeGreaterThan(10);
  const kustomize = (folder: string): string =>
    execFileSync("kubectl", ["kustomize", folder], { cwd: repository.path, encoding: "utf8" });
  const application = applicationOf(repository.path, request);
  const kustomization = kustomizationOf(repository.path, request);
  expect([application.name, application.namespace, kustomization.name]).toEqual([
    "manifests-preview-987654",
    "shop-pr-987654",
    "manifests-preview-987654",
  ]);
  expect(withoutChecksum(deployed(repository.path, application, kustomize))).toEqual(wanted);
  expect(withoutChecksum(deployed(repository.path, kustomization, kustomize))).toEqual(wanted);
});

test("a preview is an environment to the other commands, and several to its cluster", async () => {
  const [drift, capacity, promoted, back, gitops] = await Promise.all([
    runScript("drift", { cwd: repository.path }),
    runScript("capacity", { cwd: repository.path, args: ["preview"] }),
    runScript("promote", { cwd: repository.path, args: ["preview", "prod"] }),
    runScript("promote", { cwd: repository.path, args: ["dev", "preview"] }),
    runScript("gitops", { cwd: repository.path }),
  ]);
  expect(drift).toMatchObject({ exitCode: 0, stderr: "" });
  expect(capacity.stdout.split("\n\n").slice(0, 2).join("\n\n")).toMatchInlineSnapshot(`
    "5 preview on shop-previews
      within the target, and fits also while all roll at once

      Requests  Pods  Memory   CPU  Total memory  Total CPU
      backend     10   256Mi  250m        2560Mi      2500m
      chat        10   128Mi  100m        1280Mi      1000m
      web         10   128Mi  100m        1280Mi      1000m
      Total       30                      5120Mi      4500m"
  `);
  expect(promoted).toEqual({ exitCode: 2, stdout: "", stderr: isPreview });
  expect(back).toEqual({ exitCode: 2, stdout: "", stderr: isPreview });
  expect(gitops.stdout.split("\n\n").find((part) => part.startsWith("preview"))).toMatchInlineSnapshot(`
    "preview, for each pull request
      of       example/shop at GitHub with the label preview, 5 at most
      from     generated/gitops/previews/preview, 13 objects,
               patched; generated/rendered/preview is what number 123 would get
      to       cluster shop-previews, namespace shop-pr-<number>
      Argo CD  ApplicationSet manifests-preview: makes manifests-preview-<number>,
               removes it with its namespace when the pull request is closed or loses the label,
               does not hold to 5: who sets the label does
      Flux     ResourceSet manifests-preview: makes manifests-preview-<number>,
               removes it with its namespace when the pull request is closed or loses the label,
               has the 5 newest: one more takes the place of the oldest
      images   shop-web: tag pr-<number>-<commit>"
  `);
});

const isPreview = `error[argument-value]: preview is a preview: pull requests bring their own versions there
  where:  the command's arguments
  to fix: name another environment; what its other images run, \`pnpm set-image preview <image>=<reference>\` sets
`;

describe.concurrent("what cannot be there once for each pull request is refused, and nothing is written:", () => {
  test("what all would share, and what is calculated from the number", async ({ expect }) => {
    expect(
      await refused((source) =>
        source
          .replace('backend: { type: "ClusterIP" }', 'backend: { type: "NodePort", nodePort: 30001 }')
          .replace(/host: `pr-\$\{number\}-chat[^`]*`/, 'host: "chat.preview.example.com"')
          .replace("objects: [previewNamespace", 'objects: [previewNamespace("shared-tools"), previewNamespace')
          .replace('logLevel: "DEBUG"', 'logLevel: Number(number) % 2 === 0 ? "DEBUG" : "INFO"'),
      ),
    ).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[preview-value]: the preview "preview" has Namespace "shared-tools", which is in no namespace: all previews would have the same one
        where:  packages/shop/environments/src/index.ts
        to fix: write the number into its name, or leave it out of previews: \`services\` and \`objects\` say what one has

      error[preview-value]: the preview "preview" has ConfigMap "backend-config", whose data.LOG_LEVEL follows from the pull request and does not contain its number or commit: "INFO" for one, "DEBUG" for another
        where:  packages/shop/environments/src/index.ts
        to fix: write a text with the number as it is, such as \`pr-\${number}\`: nobody calculates when Argo CD or Flux puts it in

      error[preview-value]: the preview "preview" has Service "backend-service" with the port 30001 of the nodes, which one preview alone can have
        where:  packages/shop/environments/src/index.ts
        to fix: expose it by { type: "Ingress", host } with the number in the host, or by { type: "ClusterIP" }

      error[preview-value]: the preview "preview" has Ingress "chat-ingress" with the host chat.preview.example.com, which all previews would answer for
        where:  packages/shop/environments/src/index.ts
        to fix: write the number into the host, such as \`pr-\${number}.preview.example.com\`
      ",
      }
    `);
  });

  test("a tag without an entry in the overlay", async ({ expect }) => {
    expect(await refused((source) => source.replace('"shop-web":', '"shop-wep":'))).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[preview-value]: the preview "preview" gives shop-wep a tag, and its overlay has no entry for it in images:
        where:  overlays/preview/kustomization.yaml
        to fix: write \`- name: shop-wep\` and below it the newTag that other requests run; its entries are: shop-api, shop-web, shop-chat
      ",
      }
    `);
  });

  test("a line of the overlay that puts all into one namespace", async ({ expect }) => {
    expect(
      await refused(
        (source) => source,
        (text) => text.replace("resources:", "namespace: shop-pr-123\nresources:"),
      ),
    ).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[preview-value]: the preview "preview" has a line \`namespace:\`, which would put what every pull request has into one namespace
        where:  overlays/preview/kustomization.yaml:3
        to fix: delete the line: the component gives each pull request its own
      ",
      }
    `);
  });
});

/** What `build` says of a definition that is changed, or of an overlay. */
async function refused(change: (source: string) => string, overlay?: (text: string) => string) {
  using wrong = previewRepository(change);
  if (overlay !== undefined) wrong.edit(overlayFile, overlay);
  const before = filesBelow(wrong.path, "generated");
  const { exitCode, stderr } = await runScript("build", { cwd: wrong.path });
  expect(filesBelow(wrong.path, "generated")).toEqual(before);
  return { exitCode, stderr };
}
