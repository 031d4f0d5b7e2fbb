import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, symlinkSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import {
  changedFiles,
  exampleRepository,
  filesBelow,
  runScript,
  type ScriptResult,
  type TestDirectory,
} from "@kit/testing";
import { createTwoFilesPatch } from "diff";
import { describe, test } from "vitest";

const digest = `sha256:${"ab".repeat(32)}`;
const dev = "overlays/dev/kustomization.yaml";
const prod = "overlays/prod/kustomization.yaml";
const stallDev = "overlays/stall/dev/kustomization.yaml";
const marker = '# {"$imagepolicy": "flux-system:shop-api:tag"}';

/** A repository whose environments deploy versions, as a commit. */
function repository(edits: Readonly<Record<string, (text: string) => string>> = {}): TestDirectory {
  const copy = exampleRepository();
  edit(copy, dev, (text) => text.replaceAll('"latest"', '"1.1.0"'));
  edit(copy, stallDev, (text) => text.replaceAll('"latest"', '"1.1.0"'));
  for (const [file, change] of Object.entries(edits)) edit(copy, file, change);
  const git = (...args: string[]): unknown => execFileSync("git", args, { cwd: copy.path, stdio: "ignore" });
  git("init", "--quiet", "--initial-branch", "main");
  git("add", "overlays");
  git("-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "--quiet", "--message", "First");
  return copy;
}

function edit(copy: TestDirectory, file: string, change: (text: string) => string): void {
  copy.write({ [file]: change(readFileSync(join(copy.path, file), "utf8")) });
}

function setTag(image: string, tag: string): (text: string) => string {
  return (text) => text.replace(new RegExp(`(- name: ${image}\\n\\s+newTag: )"[^"]*"`), `$1"${tag}"`);
}

interface Outcome extends ScriptResult {
  /** The changes of the overlays as a patch without context; empty where there are none. */
  readonly changed: string;
}

async function run(copy: TestDirectory, name: string, ...args: readonly string[]): Promise<Outcome> {
  const before = filesBelow(copy.path, "overlays");
  const result = await runScript(name, { cwd: copy.path, args });
  const after = filesBelow(copy.path, "overlays");
  // What is changed; the review that follows is tested by itself.
  const stdout = name === "images" ? result.stdout : result.stdout.split(/(?<=\n)\n/)[0]!;
  const changed = changedFiles(before, after).map((path) => {
    const texts = [before, after].map((files) => files.get(path) ?? "") as [string, string];
    return createTwoFilesPatch(path, path, ...texts, "", "", { context: 0 }).replace(/^=+\n/, "");
  });
  return { ...result, stdout, changed: changed.join("") };
}

/** What a command says to each of some lists of arguments, if it ends with 2 and changes nothing. */
async function refusals(copy: TestDirectory, name: string, lists: readonly string[][]): Promise<string> {
  const said = await Promise.all(
    lists.map(async (args) => {
      const { exitCode, stdout, stderr, changed } = await run(copy, name, ...args);
      const isRefused = exitCode === 2 && stdout === "" && changed === "";
      return isRefused ? `${[name, ...args].join(" ")}\n${stderr}` : `not refused: ${args.join(" ")}\n`;
    }),
  );
  return said.join("");
}

describe.concurrent("promote", () => {
  test("copies the tags, keeps all else, and the real kustomize builds it", async ({ expect }) => {
    const written = `# Prod.\n# {"not": "a marker"}\n`;
    using copy = repository({
      [dev]: setTag("shop-api", "1.10"),
      [prod]: (text) => written + text.replace('newTag: "1.0.0"', () => `newTag: '1.9.3' ${marker}`),
    });
    const { changed, ...said } = await run(copy, "promote", "dev", "prod");
    expect(said).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "now run \`pnpm build\`, and commit overlays/ with generated/
      ",
        "stdout": "prod is to deploy what dev does:
        shop-api   1.9.3 → 1.10 (Flux sets it too, by flux-system:shop-api:tag)
        shop-web   1.0.0 → 1.1.0
        shop-chat  1.0.0 → 1.1.0
      ",
      }
    `);
    expect(changed).toMatchInlineSnapshot(`
      "Index: overlays/prod/kustomization.yaml
      ===================================================================
      --- overlays/prod/kustomization.yaml
      +++ overlays/prod/kustomization.yaml
      @@ -13,1 +13,1 @@
      -    newTag: '1.9.3' # {"$imagepolicy": "flux-system:shop-api:tag"}
      +    newTag: '1.10' # {"$imagepolicy": "flux-system:shop-api:tag"}
      @@ -15,1 +15,1 @@
      -    newTag: "1.0.0"
      +    newTag: "1.1.0"
      @@ -17,1 +17,1 @@
      -    newTag: "1.0.0"
      +    newTag: "1.1.0"
      "
    `);
    expect(readFileSync(join(copy.path, prod), "utf8").startsWith(written)).toBe(true);
    expect(await runScript("build", { cwd: copy.path, args: ["prod"] })).toMatchObject({ stderr: "" });
    const rendered = readFileSync(join(copy.path, "generated/rendered/prod/18-deployment-backend.yaml"), "utf8");
    expect(rendered).toContain("image: shop-api:1.10\n");
  });

  test("of a service, and of an image", async ({ expect }) => {
    using copy = repository({ [prod]: setTag("shop-web", "1.1.0") });
    expect(await run(copy, "promote", "dev", "prod", "backend", "shop-web")).toMatchInlineSnapshot(`
      {
        "changed": "Index: overlays/prod/kustomization.yaml
      ===================================================================
      --- overlays/prod/kustomization.yaml
      +++ overlays/prod/kustomization.yaml
      @@ -11,1 +11,1 @@
      -    newTag: "1.0.0"
      +    newTag: "1.1.0"
      ",
        "exitCode": 0,
        "stderr": "now run \`pnpm build\`, and commit overlays/ with generated/
      ",
        "stdout": "prod is to deploy what dev does:
        shop-api  1.0.0 → 1.1.0
        shop-web  1.1.0, as it is
      ",
      }
    `);
  });

  test("of what is so already", async ({ expect }) => {
    using copy = repository({ [prod]: setTag("shop-web", "1.1.0") });
    expect(await run(copy, "promote", "dev", "prod", "web")).toMatchInlineSnapshot(`
      {
        "changed": "",
        "exitCode": 0,
        "stderr": "",
        "stdout": "prod deploys already what dev does:
        shop-web  1.1.0, as it is
      ",
      }
    `);
  });

  test("as a dry run", async ({ expect }) => {
    using copy = repository();
    expect(await run(copy, "promote", "stall/dev", "stall/prod", "--dry-run")).toMatchInlineSnapshot(`
      {
        "changed": "",
        "exitCode": 0,
        "stderr": "",
        "stdout": "stall/prod would deploy what stall/dev does:
        shop-api   1.0.0 → 1.1.0
        shop-page  1.0.0 → 1.1.0
      ",
      }
    `);
  });

  test("says where the tags do not tell which is newer", async ({ expect }) => {
    using copy = repository({
      [dev]: (text) => setTag("shop-web", "4690d36")(text).replace('newTag: "1.1.0"', () => `digest: ${digest}`),
    });
    expect(await run(copy, "promote", "dev", "prod")).toMatchInlineSnapshot(`
      {
        "changed": "Index: overlays/prod/kustomization.yaml
      ===================================================================
      --- overlays/prod/kustomization.yaml
      +++ overlays/prod/kustomization.yaml
      @@ -11,1 +11,1 @@
      -    newTag: "1.0.0"
      +    digest: "sha256:abababababababababababababababababababababababababababababababab"
      @@ -13,1 +13,1 @@
      -    newTag: "1.0.0"
      +    newTag: "4690d36"
      @@ -15,1 +15,1 @@
      -    newTag: "1.0.0"
      +    newTag: "1.1.0"
      ",
        "exitCode": 0,
        "stderr": "now run \`pnpm build\`, and commit overlays/ with generated/
      ",
        "stdout": "prod is to deploy what dev does:
        shop-api   1.0.0 → sha256:abababababababababababababababababababababababababababababababab (the tags do not tell which is newer)
        shop-web   1.0.0 → 4690d36 (the tags do not tell which is newer)
        shop-chat  1.0.0 → 1.1.0
      ",
      }
    `);
  });

  test("back to an older version only where that is asked for", async ({ expect }) => {
    using copy = repository({ [prod]: setTag("shop-api", "1.10.0") });
    expect(await run(copy, "promote", "dev", "prod")).toMatchInlineSnapshot(`
      {
        "changed": "",
        "exitCode": 2,
        "stderr": "error[image-downgrade]: shop-api would go back from 1.10.0 to 1.1.0
        where:  overlays/prod/kustomization.yaml
        to fix: add --allow-downgrade where that is meant, or leave it out by naming the others
      ",
        "stdout": "",
      }
    `);
    const { changed, stdout } = await run(copy, "promote", "dev", "prod", "backend", "--allow-downgrade");
    expect({ changed, stdout }).toMatchInlineSnapshot(`
      {
        "changed": "Index: overlays/prod/kustomization.yaml
      ===================================================================
      --- overlays/prod/kustomization.yaml
      +++ overlays/prod/kustomization.yaml
      @@ -11,1 +11,1 @@
      -    newTag: "1.10.0"
      +    newTag: "1.1.0"
      ",
        "stdout": "prod is to deploy what dev does:
        shop-api  1.10.0 → 1.1.0 (a downgrade)
      ",
      }
    `);
  });
});

describe.concurrent("promote refuses", () => {
  test("what may be a different image tomorrow, and says everything at once", async ({ expect }) => {
    using copy = repository({
      [dev]: (text) => setTag("shop-web", "latest")(text).replace(/    newTag: "1\.1\.0"\n/, ""),
      [prod]: setTag("shop-chat", "2.0.0"),
    });
    edit(copy, prod, (text) => `${text}# mine\n`);
    expect(await run(copy, "promote", "dev", "prod")).toMatchInlineSnapshot(`
      {
        "changed": "",
        "exitCode": 2,
        "stderr": "error[overlay-dirty]: overlays/prod/kustomization.yaml has changes that are not committed: a promotion takes what runs, and its change is to stand alone
        where:  overlays/prod/kustomization.yaml
        to fix: commit them first, or undo them with \`git checkout\`

      error[image-reference]: dev deploys shop-api, which may be a different image tomorrow
        where:  overlays/dev/kustomization.yaml
        to fix: pin what was tried there: \`pnpm set-image dev shop-api=<version>\`

      error[image-reference]: dev deploys shop-web:latest, which may be a different image tomorrow
        where:  overlays/dev/kustomization.yaml
        to fix: pin what was tried there: \`pnpm set-image dev shop-web=<version>\`

      error[image-downgrade]: shop-chat would go back from 2.0.0 to 1.1.0
        where:  overlays/prod/kustomization.yaml
        to fix: add --allow-downgrade where that is meant, or leave it out by naming the others
      ",
        "stdout": "",
      }
    `);
  });

  test("an overlay that is not committed", async ({ expect }) => {
    using copy = repository();
    edit(copy, dev, setTag("shop-api", "1.2.0"));
    expect(await run(copy, "promote", "dev", "prod")).toMatchInlineSnapshot(`
      {
        "changed": "",
        "exitCode": 2,
        "stderr": "error[overlay-dirty]: overlays/dev/kustomization.yaml has changes that are not committed: a promotion takes what runs, and its change is to stand alone
        where:  overlays/dev/kustomization.yaml
        to fix: commit them first, or undo them with \`git checkout\`
      ",
        "stdout": "",
      }
    `);
    using plain = exampleRepository();
    expect((await run(plain, "promote", "stall/dev", "stall/prod")).stderr).toMatchInlineSnapshot(`
      "error[no-git-repository]: this is not a git repository, so nothing tells what is committed
        where:  <root>
        to fix: run the command in a clone
      "
    `);
  });

  test("what would break the version label", async ({ expect }) => {
    using copy = repository({
      [stallDev]: (text) => text.replace("replacements:", "ignored:").replace('newTag: "1.1.0"', `digest: ${digest}`),
    });
    expect(await run(copy, "promote", "stall/dev", "stall/prod")).toMatchInlineSnapshot(`
      {
        "changed": "",
        "exitCode": 2,
        "stderr": "error[image-reference]: stall/prod cannot deploy shop-api@sha256:abababababababababababababababababababababababababababababababab: it has a digest, and a digest is not a value for a label; the rule pack versionFromTag of packages/stall/environments/src/policy.ts:15 wants its tag as the version label
        where:  overlays/stall/prod/kustomization.yaml
        to fix: give it one colon, no digest and no registry port: shop-api:<tag>
      ",
        "stdout": "",
      }
    `);
  });

  test("an image that one side does not have", async ({ expect }) => {
    using copy = repository({ [prod]: (text) => text.replace(/  - name: shop-web\n.*\n/, "") });
    expect(await run(copy, "promote", "dev", "prod")).toMatchInlineSnapshot(`
      {
        "changed": "",
        "exitCode": 2,
        "stderr": "error[image-unknown]: prod does not set the image shop-web: there is no such entry in its images:
        where:  overlays/prod/kustomization.yaml
        to fix: name what both have: \`pnpm promote dev prod shop-api shop-chat\`; or deploy it there first, with an entry \`- name: shop-web\`
      ",
        "stdout": "",
      }
    `);
    expect(await run(copy, "promote", "dev", "prod", "web", "backnd")).toMatchInlineSnapshot(`
      {
        "changed": "",
        "exitCode": 2,
        "stderr": "error[image-unknown]: no service and no image is called "backnd"
        where:  the command's arguments
        to fix: the services are: backend, chat, web; the images are: shop-api, shop-chat, shop-web. Did you mean backend?

      error[image-unknown]: prod does not set the image shop-web: there is no such entry in its images:
        where:  overlays/prod/kustomization.yaml
        to fix: deploy it there first, with an entry \`- name: shop-web\`
      ",
        "stdout": "",
      }
    `);
  });

  test("an image with two entries", async ({ expect }) => {
    using copy = repository({ [prod]: (text) => text.replace("shop-web", "shop-api") });
    expect(await run(copy, "promote", "dev", "prod", "backend")).toMatchInlineSnapshot(`
      {
        "changed": "",
        "exitCode": 2,
        "stderr": "error[image-entry]: images: has 2 entries for shop-api
        where:  overlays/prod/kustomization.yaml
        to fix: keep one of them: kustomize takes the first, then the next, so the last one counts
      ",
        "stdout": "",
      }
    `);
  });

  test("an overlay that is a link", async ({ expect }) => {
    using copy = repository();
    unlinkSync(join(copy.path, prod));
    symlinkSync("../dev/kustomization.yaml", join(copy.path, prod));
    expect(await run(copy, "promote", "dev", "prod")).toMatchInlineSnapshot(`
      {
        "changed": "",
        "exitCode": 2,
        "stderr": "error[overlay-missing]: the environment "prod" has no overlay of its own: its kustomization is a link
        where:  overlays/prod/kustomization.yaml
        to fix: put a file of its own there
      ",
        "stdout": "",
      }
    `);
  });

  test("arguments that name no two environments of a system", async ({ expect }) => {
    using copy = repository();
    const wrong = [[], ["dev"], ["dev", "dev"], ["dev", "stall/prod"], ["dev", "prd"], ["dev", "prod", "--force"]];
    expect(await refusals(copy, "promote", wrong)).toMatchInlineSnapshot(`
      "promote
      error[argument-missing]: no environment is named
        where:  the command's arguments
        to fix: write \`pnpm promote <from> <to>\`, such as \`pnpm promote dev prod\`
      promote dev
      error[argument-missing]: only one environment is named
        where:  the command's arguments
        to fix: write \`pnpm promote <from> <to>\`, such as \`pnpm promote dev prod\`
      promote dev dev
      error[argument-value]: dev cannot be promoted to itself
        where:  the command's arguments
        to fix: write \`pnpm promote <from> <to>\`, such as \`pnpm promote dev prod\`
      promote dev stall/prod
      error[argument-value]: dev is of the system shop, and stall/prod of stall: their images are not the same
        where:  the command's arguments
        to fix: to stall/prod promote from stall/dev
      promote dev prd
      error[environment-unknown]: no environment is called "prd"
        where:  the command's arguments
        to fix: the environments are: dev, prod, stall/dev, stall/prod. Did you mean prod?
      promote dev prod --force
      error[argument-unknown]: Unknown option '--force'
        where:  the command's arguments
        to fix: the options are: --all, --allow-downgrade, --dry-run, --help
      "
    `);
  });
});

describe.concurrent("set-image", () => {
  test("sets tags, digests and registries, and the real kustomize builds them", async ({ expect }) => {
    using copy = repository({ [prod]: (text) => text.replace('"1.0.0"', () => `"1.0.0" ${marker}`) });
    const said = await run(
      copy,
      "set-image",
      "prod",
      "shop-api=1.10",
      `shop-web=registry:5000/shop/web:1.2.3@${digest}`,
      `shop-chat=${digest}`,
    );
    expect(said).toMatchInlineSnapshot(`
      {
        "changed": "Index: overlays/prod/kustomization.yaml
      ===================================================================
      --- overlays/prod/kustomization.yaml
      +++ overlays/prod/kustomization.yaml
      @@ -11,1 +11,1 @@
      -    newTag: "1.0.0" # {"$imagepolicy": "flux-system:shop-api:tag"}
      +    newTag: "1.10" # {"$imagepolicy": "flux-system:shop-api:tag"}
      @@ -13,1 +13,2 @@
      -    newTag: "1.0.0"
      +    newName: registry:5000/shop/web
      +    newTag: "1.2.3@sha256:abababababababababababababababababababababababababababababababab"
      @@ -15,1 +16,1 @@
      -    newTag: "1.0.0"
      +    digest: "sha256:abababababababababababababababababababababababababababababababab"
      ",
        "exitCode": 0,
        "stderr": "now run \`pnpm build\`, and commit overlays/ with generated/
      ",
        "stdout": "prod is to deploy:
        shop-api   1.0.0 → 1.10 (Flux sets it too, by flux-system:shop-api:tag)
        shop-web   1.0.0 → registry:5000/shop/web:1.2.3@sha256:abababababababababababababababababababababababababababababababab
        shop-chat  1.0.0 → sha256:abababababababababababababababababababababababababababababababab (the tags do not tell which is newer)
      ",
      }
    `);
    expect(await runScript("build", { cwd: copy.path, args: ["prod"] })).toMatchObject({ stderr: "" });
    const files = [...filesBelow(copy.path, "generated/rendered/prod").values()];
    expect(files.flatMap((text) => text.match(/(?<=image: ).*/g) ?? [])).toEqual([
      "shop-api:1.10",
      `shop-chat@${digest}`,
      `registry:5000/shop/web:1.2.3@${digest}`,
    ]);
  });

  test("quotes a tag that would be read as a number", async ({ expect }) => {
    using copy = repository({ [prod]: (text) => text.replace('"1.0.0"', "1.10") });
    expect(await run(copy, "set-image", "prod", "shop-api=1.10")).toMatchInlineSnapshot(`
      {
        "changed": "Index: overlays/prod/kustomization.yaml
      ===================================================================
      --- overlays/prod/kustomization.yaml
      +++ overlays/prod/kustomization.yaml
      @@ -11,1 +11,1 @@
      -    newTag: 1.10
      +    newTag: "1.10"
      ",
        "exitCode": 0,
        "stderr": "now run \`pnpm build\`, and commit overlays/ with generated/
      ",
        "stdout": "prod is to deploy:
        shop-api  1.10, as it is
      ",
      }
    `);
  });

  test("latest where it is for development, as a dry run too", async ({ expect }) => {
    using copy = repository();
    expect(await run(copy, "set-image", "stall/dev", "shop-api=latest", "--dry-run")).toMatchInlineSnapshot(`
      {
        "changed": "",
        "exitCode": 0,
        "stderr": "",
        "stdout": "stall/dev would deploy:
        shop-api  1.1.0 → latest (the tags do not tell which is newer)
      ",
      }
    `);
    expect((await run(copy, "set-image", "stall/dev", "shop-api=latest")).changed).toMatchInlineSnapshot(`
      "Index: overlays/stall/dev/kustomization.yaml
      ===================================================================
      --- overlays/stall/dev/kustomization.yaml
      +++ overlays/stall/dev/kustomization.yaml
      @@ -10,1 +10,1 @@
      -    newTag: "1.1.0"
      +    newTag: "latest"
      "
    `);
  });

  test("refuses what is wrong, all of it at once", async ({ expect }) => {
    using copy = repository();
    const args = ["shop-api=latest", "shop-api=1", "shop-wbe=1", "chat=2", "web", "a=b/c"];
    expect(await run(copy, "set-image", "prod", ...args)).toMatchInlineSnapshot(`
      {
        "changed": "",
        "exitCode": 2,
        "stderr": "error[argument-value]: "web" does not say which image is to be what
        where:  the command's arguments
        to fix: write <image>=<reference>, such as shop-api=1.2.3

      error[image-reference]: "b/c" is not a reference for a: it has no tag and no digest, which is latest
        where:  the command's arguments
        to fix: write a tag, a digest or a whole reference: a=1.2.3, a=sha256:…, a=registry.example.com/a:1.2.3

      error[argument-value]: shop-api is set more than once
        where:  the command's arguments
        to fix: write one reference for each image

      error[image-reference]: prod cannot deploy shop-api:latest: it may be a different image tomorrow, and prod is as production
        where:  overlays/prod/kustomization.yaml
        to fix: name a version: shop-api=1.2.3

      error[image-unknown]: prod does not set an image called "shop-wbe": there is no such entry in its images:
        where:  overlays/prod/kustomization.yaml
        to fix: the images are: shop-api, shop-web, shop-chat. Did you mean shop-web?

      error[image-unknown]: prod does not set an image called "chat": there is no such entry in its images:
        where:  overlays/prod/kustomization.yaml
        to fix: the images are: shop-api, shop-web, shop-chat. chat is a service, and its image is shop-chat
      ",
        "stdout": "",
      }
    `);
  });

  test("refuses what would break the version label", async ({ expect }) => {
    using copy = repository();
    expect(await run(copy, "set-image", "stall/prod", `shop-api=${digest}`, "shop-page=registry:5000/acme/web:1.2"))
      .toMatchInlineSnapshot(`
        {
          "changed": "",
          "exitCode": 2,
          "stderr": "error[image-reference]: stall/prod cannot deploy shop-api@sha256:abababababababababababababababababababababababababababababababab: it has a digest, and a digest is not a value for a label; the rule pack versionFromTag of packages/stall/environments/src/policy.ts:15 wants its tag as the version label
          where:  overlays/stall/prod/kustomization.yaml
          to fix: give it one colon, no digest and no registry port: shop-api:<tag>

        error[image-reference]: stall/prod cannot deploy registry:5000/acme/web:1.2: it has a registry with a port, and what follows its first colon is not a tag; the rule pack versionFromTag of packages/stall/environments/src/policy.ts:15 wants its tag as the version label
          where:  overlays/stall/prod/kustomization.yaml
          to fix: give it one colon, no digest and no registry port: <registry without a port>/web:1.2
        ",
          "stdout": "",
        }
      `);
  });

  test("refuses arguments that name no environment or no image", async ({ expect }) => {
    using copy = repository();
    const wrong = [[], ["dev"], ["prd", "shop-api=1"]];
    expect(await refusals(copy, "set-image", wrong)).toMatchInlineSnapshot(`
      "set-image
      error[argument-missing]: no environment is named
        where:  the command's arguments
        to fix: write \`pnpm set-image <environment> <image>=<reference>\`, such as \`pnpm set-image dev shop-api=1.2.3\`
      set-image dev
      error[argument-missing]: no image of dev is named
        where:  the command's arguments
        to fix: write \`pnpm set-image <environment> <image>=<reference>\`, such as \`pnpm set-image dev shop-api=1.2.3\`
      set-image prd shop-api=1
      error[environment-unknown]: no environment is called "prd"
        where:  the command's arguments
        to fix: the environments are: dev, prod, stall/dev, stall/prod. Did you mean prod?
      "
    `);
  });
});

describe.concurrent("images", () => {
  test("of all environments", async ({ expect }) => {
    using copy = exampleRepository();
    expect(await run(copy, "images")).toMatchInlineSnapshot(`
      {
        "changed": "",
        "exitCode": 0,
        "stderr": "",
        "stdout": "image      dev     prod   stall/dev  stall/prod
      shop-api   latest  1.0.0  latest     1.0.0
      shop-chat  latest  1.0.0  –          –
      shop-page  –       –      latest     1.0.0
      shop-web   latest  1.0.0  –          –

      set in images: of overlays/<environment>
      ",
      }
    `);
  });

  test("of those that are named, and what is not built", async ({ expect }) => {
    using copy = exampleRepository();
    edit(copy, prod, setTag("shop-api", "1.10"));
    expect(await run(copy, "images", "prod", "stall/prod")).toMatchInlineSnapshot(`
      {
        "changed": "",
        "exitCode": 0,
        "stderr": "",
        "stdout": "image      prod    stall/prod
      shop-api   1.10 *  1.0.0
      shop-chat  1.0.0   –
      shop-page  –       1.0.0
      shop-web   1.0.0   –

      * prod: the overlay says shop-api:1.10, generated/rendered has shop-api:1.0.0
      run \`pnpm build\`

      set in images: of overlays/<environment>
      ",
      }
    `);
    const { stdout } = await run(copy, "images", "prod", "--json");
    expect(JSON.parse(stdout)).toMatchInlineSnapshot(`
      {
        "environments": [
          "prod",
        ],
        "images": [
          {
            "deployed": [
              {
                "agrees": false,
                "environment": "prod",
                "namedBy": [
                  "generated/bases/shop/backend/deployment-backend.yaml",
                ],
                "reference": "shop-api:1.10",
                "rendered": [
                  "shop-api:1.0.0",
                ],
                "setBy": [
                  {
                    "entry": "shop-api",
                    "field": "images",
                    "file": "overlays/prod/kustomization.yaml",
                    "line": 10,
                  },
                ],
              },
            ],
            "name": "shop-api",
          },
          {
            "deployed": [
              {
                "agrees": true,
                "environment": "prod",
                "namedBy": [
                  "generated/bases/shop/chat/deployment-chat.yaml",
                ],
                "reference": "shop-chat:1.0.0",
                "rendered": [
                  "shop-chat:1.0.0",
                ],
                "setBy": [
                  {
                    "entry": "shop-chat",
                    "field": "images",
                    "file": "overlays/prod/kustomization.yaml",
                    "line": 14,
                  },
                ],
              },
            ],
            "name": "shop-chat",
          },
          {
            "deployed": [
              {
                "agrees": true,
                "environment": "prod",
                "namedBy": [
                  "generated/bases/shop/web/deployment-web.yaml",
                ],
                "reference": "shop-web:1.0.0",
                "rendered": [
                  "shop-web:1.0.0",
                ],
                "setBy": [
                  {
                    "entry": "shop-web",
                    "field": "images",
                    "file": "overlays/prod/kustomization.yaml",
                    "line": 12,
                  },
                ],
              },
            ],
            "name": "shop-web",
          },
        ],
      }
    `);
  });
});

describe.concurrent("what comes of it", () => {
  test("is reviewed against what is rendered", async ({ expect }) => {
    using copy = repository({ [dev]: setTag("shop-web", "2.0.0") });
    expect(await runScript("promote", { cwd: copy.path, args: ["dev", "prod", "backend", "web"] }))
      .toMatchInlineSnapshot(`
        {
          "exitCode": 0,
          "stderr": "now run \`pnpm build\`, and commit overlays/ with generated/
        ",
          "stdout": "prod is to deploy what dev does:
          shop-api  1.0.0 → 1.1.0
          shop-web  1.0.0 → 2.0.0

        prod: 2 changed

          caution Deployment shop/web  rolls 2 pods of web
            generated/rendered/prod/18-deployment-web.yaml, by overlays/prod/kustomization.yaml
            caution image-major: the major version of web goes up from 1.0.0 to 2.0.0: it may break what it promised
              → rolls 2 pods of web  docs/risks/image-major.md
            ~ spec.template.spec.containers[name=web].image: shop-web:1.0.0 → shop-web:2.0.0

          routine Deployment shop/backend  rolls 2 pods of backend
            generated/rendered/prod/18-deployment-backend.yaml, by overlays/prod/kustomization.yaml
            routine image-tag: backend runs 1.1.0 instead of 1.0.0
            1 field (--all shows them)

        2 changed: 1 caution, 1 routine (from generated/rendered to the changed overlays/prod/kustomization.yaml)
        ",
        }
      `);
  });

  test("is reviewed in a dry run, with labels that follow the tag, and nothing folded", async ({ expect }) => {
    using copy = repository();
    const before = filesBelow(copy.path, "overlays", "generated");
    const args = ["stall/prod", "shop-page=1.1.0", "--dry-run", "--all"];
    expect(await runScript("set-image", { cwd: copy.path, args })).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "stall/prod would deploy:
        shop-page  1.0.0 → 1.1.0

      stall/prod: 8 changed

        routine ConfigMap stall/shop-page-config  restarts nothing
          generated/rendered/stall/prod/10-configmap-shop-page-config.yaml, by overlays/stall/prod/kustomization.yaml
          routine label: labels that nothing here selects by say what an object is
            → restarts nothing  docs/risks/label.md
          ~ metadata.labels["app.kubernetes.io/version"]: 1.0.0 → 1.1.0

        routine Service stall/shop-page  restarts nothing
          generated/rendered/stall/prod/13-service-shop-page.yaml, by overlays/stall/prod/kustomization.yaml
          routine label: labels that nothing here selects by say what an object is
            → restarts nothing  docs/risks/label.md
          ~ metadata.labels["app.kubernetes.io/version"]: 1.0.0 → 1.1.0

        routine Deployment stall/shop-page  rolls 2 pods of shop-page
          generated/rendered/stall/prod/18-deployment-shop-page.yaml, by overlays/stall/prod/kustomization.yaml
          routine image-tag: shop-page runs 1.1.0 instead of 1.0.0
            → rolls 2 pods of shop-page  docs/risks/image-tag.md
          routine label: labels that nothing here selects by say what an object is
            → restarts nothing  docs/risks/label.md
          ~ metadata.labels["app.kubernetes.io/version"]: 1.0.0 → 1.1.0
          ~ spec.template.spec.containers[name=shop-page].image: shop-page:1.0.0 → shop-page:1.1.0

        routine ExternalSecret stall/shop-page-secret  restarts nothing
          generated/rendered/stall/prod/50-externalsecret-shop-page-secret.yaml, by overlays/stall/prod/kustomization.yaml
          routine label: labels that nothing here selects by say what an object is
            → restarts nothing  docs/risks/label.md
          ~ metadata.labels["app.kubernetes.io/version"]: 1.0.0 → 1.1.0

        routine Ingress stall/shop-page  restarts nothing
          generated/rendered/stall/prod/50-ingress-shop-page.yaml, by overlays/stall/prod/kustomization.yaml
          routine label: labels that nothing here selects by say what an object is
            → restarts nothing  docs/risks/label.md
          ~ metadata.labels["app.kubernetes.io/version"]: 1.0.0 → 1.1.0

        routine NetworkPolicy stall/shop-page  restarts nothing
          generated/rendered/stall/prod/50-networkpolicy-shop-page.yaml, by overlays/stall/prod/kustomization.yaml
          routine label: labels that nothing here selects by say what an object is
            → restarts nothing  docs/risks/label.md
          ~ metadata.labels["app.kubernetes.io/version"]: 1.0.0 → 1.1.0

        routine NetworkPolicy stall/shop-page-network-policy  restarts nothing
          generated/rendered/stall/prod/50-networkpolicy-shop-page-network-policy.yaml, by overlays/stall/prod/kustomization.yaml
          routine label: labels that nothing here selects by say what an object is
            → restarts nothing  docs/risks/label.md
          ~ metadata.labels["app.kubernetes.io/version"]: 1.0.0 → 1.1.0

        routine PodDisruptionBudget stall/shop-page-pdb  restarts nothing
          generated/rendered/stall/prod/21-poddisruptionbudget-shop-page-pdb.yaml, by overlays/stall/prod/kustomization.yaml
          routine label: labels that nothing here selects by say what an object is
            → restarts nothing  docs/risks/label.md
          ~ metadata.labels["app.kubernetes.io/version"]: 1.0.0 → 1.1.0

      8 changed: 8 routine (from generated/rendered to the changed overlays/stall/prod/kustomization.yaml)
      ",
      }
    `);
    expect(changedFiles(before, filesBelow(copy.path, "overlays", "generated"))).toEqual([]);
  });

  test("is not said where there is no kustomize, and the version is set all the same", async ({ expect }) => {
    using copy = repository();
    const env = { KUSTOMIZE: join(copy.path, "kustomize") };
    const args = ["prod", "shop-api=1.1.0"];
    expect(await runScript("set-image", { cwd: copy.path, args, env })).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "what comes of it cannot be shown: $KUSTOMIZE names "<root>/kustomize", which is not a program that can run
      set it to the path of a kustomize 5.4 or newer, or unset it
      now run \`pnpm build\`, and commit overlays/ with generated/
      ",
        "stdout": "prod is to deploy:
        shop-api  1.0.0 → 1.1.0
      ",
      }
    `);
    expect(readFileSync(join(copy.path, prod), "utf8")).toContain('newTag: "1.1.0"');
  });

  test("is not said where nothing is rendered, or kustomize refuses the overlay", async ({ expect }) => {
    using copy = repository({ [prod]: (text) => `${text}patches:\n  - path: none.yaml\n` });
    rmSync(join(copy.path, "generated/rendered/dev"), { recursive: true });
    const run = (id: string): Promise<ScriptResult> =>
      runScript("set-image", { cwd: copy.path, args: [id, "shop-api=1.2.0", "--dry-run"] });
    expect(await run("dev")).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "what comes of it cannot be shown: the environment "dev" has not been rendered, so there is nothing to compare with
      run \`pnpm build\`
      ",
        "stdout": "dev would deploy:
        shop-api  1.1.0 → 1.2.0
      ",
      }
    `);
    const { exitCode, stdout, stderr } = await run("prod");
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: "prod would deploy:\n  shop-api  1.0.0 → 1.2.0\n",
    });
    // kustomize's own words.
    expect(stderr).toMatch(
      /^what comes of it cannot be shown: kustomize .* cannot build the overlay "prod":\n[^]*none\.yaml/,
    );
  });
});
