import { execFileSync } from "node:child_process";
import { plainGit, runScript, temporaryDirectory, type ScriptResult, type TestDirectory } from "@kit/testing";
import { describe, test } from "vitest";

const deployment = (tag: string, memory = "256Mi"): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
  namespace: shop
spec:
  replicas: 2
  selector:
    matchLabels:
      app: cart
  template:
    metadata:
      labels:
        app: cart
    spec:
      containers:
      - image: shop-cart:${tag}
        name: cart
        resources:
          limits:
            memory: ${memory}
`;
const overlay = (tag: string): string =>
  `resources: [../../generated/bases/shop/cart]\nimages:\n- name: shop-cart\n  newTag: "${tag}"\n`;
const base = (memory = "256Mi"): string =>
  `# Written by \`pnpm build\` from packages/shop/cart. Do not edit: change the package and build.\n${deployment("", memory)}`;
const rendered = "generated/rendered/prod/18-deployment-cart.yaml";
const first = {
  "pnpm-workspace.yaml": "packages:\n  - packages/*/*\n",
  "packages/shop/cart/src/index.ts": "export const memory = 256;\n",
  "overlays/prod/kustomization.yaml": overlay("1.0.0"),
  "generated/bases/shop/cart/deployment-cart.yaml": base(),
  [rendered]: deployment("1.0.0"),
};

function git(directory: TestDirectory, ...args: readonly string[]): void {
  execFileSync("git", args, { cwd: directory.path, stdio: "ignore", env: { ...process.env, ...plainGit } });
}

/** A repository whose branch main has the files. */
function repository(files: Readonly<Record<string, string>> = first): TestDirectory {
  const directory = temporaryDirectory(files);
  git(directory, "init", "--quiet", "--initial-branch", "main");
  commit(directory);
  return directory;
}

function commit(directory: TestDirectory, files: Readonly<Record<string, string>> = {}): void {
  directory.write(files);
  git(directory, "add", "--all");
  git(directory, "commit", "--quiet", "--message", "Change");
}

async function review(directory: TestDirectory, ...args: readonly string[]): Promise<ScriptResult> {
  const { stdout, stderr, exitCode } = await runScript("review", { cwd: directory.path, args });
  const [out, error] = [stdout, stderr].map((text) =>
    text.replaceAll(/\b[0-9a-f]{7,40}(?= to |:generated)/g, "<commit>"),
  );
  return { exitCode, stdout: out!, stderr: error! };
}

describe.concurrent("pnpm review", () => {
  test("says in one line that nothing changes", async ({ expect }) => {
    using directory = repository();
    expect(await review(directory)).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "nothing changes from <commit> to the working tree
      ",
      }
    `);
  });

  test("compares with where the branch began, and names the overlay", async ({ expect }) => {
    using directory = repository();
    git(directory, "switch", "--quiet", "--create", "bump");
    const bump = { [rendered]: deployment("1.1.0"), "overlays/prod/kustomization.yaml": overlay("1.1.0") };
    commit(directory, bump);
    git(directory, "switch", "--quiet", "main");
    commit(directory, {
      "generated/rendered/prod/other.yaml": "apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n",
    });
    git(directory, "switch", "--quiet", "bump");
    expect(await review(directory, "--all")).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "prod: 1 changed

        routine Deployment shop/cart  rolls 2 pods of cart
          generated/rendered/prod/18-deployment-cart.yaml, by overlays/prod/kustomization.yaml
          routine image-tag: cart runs 1.1.0 instead of 1.0.0
            → rolls 2 pods of cart  docs/risks/image-tag.md
          ~ spec.template.spec.containers[name=cart].image: shop-cart:1.0.0 → shop-cart:1.1.0

      1 changed: 1 routine (from <commit> to the working tree)
      ",
      }
    `);
  });

  test("compares what is not committed yet, and names the package's file", async ({ expect }) => {
    using directory = repository();
    directory.write({
      "packages/shop/cart/src/index.ts": "export const memory = 128;\n",
      "generated/bases/shop/cart/deployment-cart.yaml": base("128Mi"),
      [rendered]: deployment("1.0.0", "128Mi"),
    });
    expect(await review(directory, "--fail-on", "caution")).toMatchInlineSnapshot(`
      {
        "exitCode": 1,
        "stderr": "",
        "stdout": "prod: 1 changed

        caution Deployment shop/cart  rolls 2 pods of cart
          generated/rendered/prod/18-deployment-cart.yaml
          caution limit-lowered: the memory limit of cart goes down from 256Mi to 128Mi
            → cart is killed where it takes more  docs/risks/limit-lowered.md
          ~ spec.template.spec.containers[name=cart].resources.limits.memory: 256Mi → 128Mi

      1 changed: 1 caution (from <commit> to the working tree)
      ",
      }
    `);
    expect((await review(directory, "--fail-on", "breaks")).exitCode).toBe(0);
  });

  test("tells overlay and package apart field by field", async ({ expect }) => {
    using directory = repository();
    commit(directory, {
      "overlays/prod/kustomization.yaml": overlay("1.1.0"),
      "packages/shop/cart/src/index.ts": "export const memory = 512;\n",
      "generated/bases/shop/cart/deployment-cart.yaml": base("512Mi"),
      [rendered]: deployment("1.1.0", "512Mi"),
    });
    expect(await review(directory, "main~1..main")).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "prod: 1 changed

        routine Deployment shop/cart  rolls 2 pods of cart
          main:generated/rendered/prod/18-deployment-cart.yaml, by overlays/prod/kustomization.yaml
          routine image-tag: cart runs 1.1.0 instead of 1.0.0
          routine pods-anew: its pods have another containers[name=cart].resources.limits.memory
          2 fields (--all shows them)

      1 changed: 1 routine (from main~1 to main)
      ",
      }
    `);
  });

  test("compares two refs from where they branched off", async ({ expect }) => {
    using directory = repository();
    git(directory, "branch", "old");
    commit(directory, { [rendered]: deployment("2.0.0") });
    git(directory, "switch", "--quiet", "old");
    commit(directory, {
      "generated/rendered/prod/01-a.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n",
    });
    const sums = async (range: string): Promise<string> => (await review(directory, range)).stdout.split("\n").at(-2)!;
    expect([await sums("main..old"), await sums("main...old")]).toEqual([
      "1 added, 1 changed: 1 caution, 1 routine (from main to old)",
      "1 added: 1 routine (from <commit> to old)",
    ]);
  });

  test("compares two directories, and two files", async ({ expect }) => {
    using directory = temporaryDirectory({
      "pnpm-workspace.yaml": "",
      "a/one.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {A: '1'}\n",
      "a/kustomization.yaml": "resources: [one.yaml]\n",
      "b/two.json": '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{"A":"2"}}',
    });
    const directories = await review(directory, "a", "b");
    expect(directories).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "  unclassified ConfigMap a  restarts nothing
          b/two.json
          ~ data.A: "1" → "2"

      1 changed: 1 unclassified (from a to b)
      ",
      }
    `);
    const files = await review(directory, "a/one.yaml", "b/two.json");
    expect(files.stdout).toBe(directories.stdout.replace("from a to b", "from a/one.yaml to b/two.json"));
  });

  test("as JSON and as Markdown", async ({ expect }) => {
    using directory = repository();
    directory.write({ [rendered]: deployment("1.1.0") });
    const { stdout } = await review(directory, "--json");
    expect(JSON.parse(stdout)).toMatchObject({ head: "the working tree", changed: 1, worst: "routine" });
    expect((await review(directory, "--format", "markdown")).stdout).toMatch(
      /^<!-- manifests review -->\n### Review: 1 routine\n/,
    );
  });

  test("as a page and as SARIF", async ({ expect }) => {
    using directory = repository();
    directory.write({ [rendered]: deployment("2.0.0") });
    expect((await review(directory, "--format", "html")).stdout).toMatch(
      /^<!doctype html>\n[^]*<title>Review: 1 caution<\/title>[^]*<\/html>\n$/,
    );
    const { stdout } = await review(directory, "--format", "sarif");
    expect(JSON.parse(stdout)).toMatchObject({
      version: "2.1.0",
      runs: [{ results: [{ ruleId: "image-major", level: "warning" }] }],
    });
  });

  test("shows no value of a Secret", async ({ expect }) => {
    using directory = repository({ ...first, "generated/rendered/prod/11-secret-a.yaml": secret("hunter2") });
    directory.write({ "generated/rendered/prod/11-secret-a.yaml": secret("hunter3") });
    for (const format of ["text", "markdown", "html", "json"]) {
      const { stdout } = await review(directory, "--format", format, "--all");
      expect(stdout).toContain("PASSWORD");
      expect(stdout).not.toContain("hunter");
    }
  });
});

describe.concurrent("pnpm review refuses", () => {
  test("what is not a git repository", async ({ expect }) => {
    using directory = temporaryDirectory(first);
    expect(await review(directory)).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[no-git-repository]: this is not a git repository
        where:  <root>
        to fix: run it in a clone, or compare two directories: pnpm review A B
      ",
        "stdout": "",
      }
    `);
  });

  test("an unknown ref", async ({ expect }) => {
    using directory = repository();
    expect(await review(directory, "mian")).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[ref-unknown]: git does not know the ref "mian"
        where:  the command's arguments
        to fix: name a branch, a tag or a commit; two paths are compared as files: pnpm review A B
      ",
        "stdout": "",
      }
    `);
    // No ref is an option for git.
    expect((await review(directory, "main..--all")).stderr).toContain('git does not know the ref "--all"');
  });

  test("a repository without a main branch", async ({ expect }) => {
    using directory = repository();
    git(directory, "branch", "--move", "trunk");
    expect(await review(directory)).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[ref-unknown]: there is no commit that HEAD has in common with origin/main or main
        where:  <root>
        to fix: say what to compare with, such as pnpm review v1.2.0
      ",
        "stdout": "",
      }
    `);
  });

  test("a ref and a working tree without anything rendered", async ({ expect }) => {
    using directory = repository({ "pnpm-workspace.yaml": "" });
    expect(await review(directory, "main")).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[rendered-missing]: the ref main has no generated/rendered
        where:  main
        to fix: add --render, which builds it in a temporary worktree; or name a ref at which generated/rendered is committed
      ",
        "stdout": "",
      }
    `);
    commit(directory, first);
    expect(await review(directory, "main..main~1")).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[rendered-missing]: the ref main~1 has no generated/rendered
        where:  main~1
        to fix: add --render, which builds it in a temporary worktree; or name a ref at which generated/rendered is committed
      ",
        "stdout": "",
      }
    `);
  });

  test("a shallow clone, with what to fetch", async ({ expect }) => {
    using origin = repository();
    git(origin, "switch", "--quiet", "--create", "feature");
    commit(origin, { [rendered]: deployment("1.1.0") });
    using directory = temporaryDirectory();
    git(directory, "clone", "--quiet", "--depth=1", "--branch=feature", `file://${origin.path}`, ".");
    expect(await review(directory)).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[ref-unknown]: there is no commit that HEAD has in common with origin/main or main
        where:  <root>
        to fix: this clone is shallow: git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main
      ",
        "stdout": "",
      }
    `);
    expect(await review(directory, "origin/main")).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[ref-unknown]: git does not know the ref "origin/main"
        where:  the command's arguments
        to fix: this clone is shallow: git fetch --depth=1 origin main, and name it FETCH_HEAD
      ",
        "stdout": "",
      }
    `);
    // What they say to do helps.
    git(directory, "fetch", "--quiet", "--depth=1", "origin", "main");
    expect((await review(directory, "FETCH_HEAD")).exitCode).toBe(0);
    git(directory, "fetch", "--quiet", "--unshallow", "origin", "+refs/heads/main:refs/remotes/origin/main");
    expect((await review(directory)).exitCode).toBe(0);
  });

  test("YAML that is broken on one side", async ({ expect }) => {
    using directory = repository({ ...first, [rendered]: "kind: [\n" });
    directory.write({ [rendered]: deployment("1.0.0"), "generated/rendered/prod/19-a.yaml": "a: 1\n" });
    expect(await review(directory)).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[manifest-yaml]: not YAML at line 2, column 1: did not find expected node content
        where:  <commit>:generated/rendered/prod/18-deployment-cart.yaml
        to fix: correct the file; what is below generated/ comes from \`pnpm build\`

      error[manifest-yaml]: a document is not a Kubernetes object: it has no apiVersion and kind
        where:  generated/rendered/prod/19-a.yaml
        to fix: correct the file; what is below generated/ comes from \`pnpm build\`
      ",
        "stdout": "",
      }
    `);
  });

  test("paths that are not there, options that contradict each other, too much", async ({ expect }) => {
    using directory = repository();
    expect(await review(directory, "nowhere", "overlays/prod/none")).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[argument-value]: there is no file nowhere
        where:  the command's arguments
        to fix: write the paths of two YAML or JSON files or directories, or one ref, or A..B

      error[argument-value]: there is no file overlays/prod/none
        where:  the command's arguments
        to fix: write the paths of two YAML or JSON files or directories, or one ref, or A..B
      ",
        "stdout": "",
      }
    `);
    const codes = [
      ["--json", "--format", "text"],
      ["--format", "yaml"],
      ["--fail-on", "routine"],
      ["a", "b", "c"],
    ];
    for (const args of codes) expect((await review(directory, ...args)).exitCode).toBe(2);
  });
});

function secret(value: string): string {
  return `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {PASSWORD: ${value}}\n`;
}
