import { execFileSync } from "node:child_process";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleSystem, plainGit, runScript, temporaryRepository } from "@kit/testing";
import { expect, test } from "vitest";

const install = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: rollouts
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: rollouts
rules:
- apiGroups: [""]
  resources: [pods]
  verbs: [get]
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: rollouts
  labels: {app: rollouts}
spec:
  selector: {matchLabels: {app: rollouts}}
  template:
    metadata: {labels: {app: rollouts}}
    spec:
      serviceAccountName: rollouts
      containers:
      - name: rollouts
        image: example.com/rollouts:1.7.2
---
apiVersion: v1
kind: Secret
metadata:
  name: rollouts-notification
`;

/** Built, as what is vendored is shown against what is rendered. */
async function builtRepository(files: Record<string, string>) {
  const repository = temporaryRepository({ ...exampleSystem(), ...files });
  expect(await runScript("build", { cwd: repository.path })).toMatchObject({ exitCode: 0 });
  const vendor = (...args: string[]): ReturnType<typeof runScript> =>
    runScript("vendor", { cwd: repository.path, args });
  const read = (path: string): string => readFileSync(join(repository.path, path), "utf8");
  return { repository, vendor, read };
}

test("an install file is taken in, patched by type, updated and taken out again", async () => {
  const { repository, vendor, read } = await builtRepository({ "install-1.yaml": install });
  using owed = repository;
  const add = ["add", "rollouts", "--file", "install-{version}.yaml", "--version", "1", "--namespace", "rollouts"];
  const added = await vendor(...add, "--environment", "dev", "--yes");
  expect(added).toMatchObject({ exitCode: 0 });
  expect(added.stderr).toContain("Secret/rollouts-notification: left out, a Secret without values\n");
  expect(read("overlays/dev/kustomization.yaml")).toContain("  - ../../generated/bases/shop/rollouts\n");
  expect(read("overlays/prod/kustomization.yaml")).not.toContain("rollouts");
  expect(read("packages/shop/vendor/rollouts/objects.yaml").split("---\n").slice(0, 2)).toEqual([
    "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: rollouts\n",
    "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: rollouts\n  namespace: rollouts\n",
  ]);
  const rendered = (): string => {
    const [file] = globSync("generated/rendered/dev/*deployment-*rollouts.yaml", { cwd: owed.path });
    return read(file!);
  };
  expect(rendered()).toContain("  namespace: rollouts\n");
  expect(await vendor("list")).toMatchObject({ exitCode: 0, stdout: "shop/rollouts install-{version}.yaml 1\n" });

  const line = read("packages/shop/vendor.ts");
  const patched = line
    .replace("import { defineVendor }", "import { defineVendor, patch }")
    .replace(/^/, 'import { Deployment } from "kubernetes-models/apps/v1/Deployment";\n')
    .replace(
      /digest: ("[^"]*"),/,
      'digest: $1, configure: (_env, objects) => [patch(objects.get(Deployment, "rollouts"), { spec: { replicas: 2 } })],',
    );
  writeFileSync(join(owed.path, "packages/shop/vendor.ts"), patched);
  expect(await runScript("build", { cwd: owed.path })).toMatchObject({ exitCode: 0 });
  expect(rendered()).toContain("  replicas: 2\n");

  // What a bot does: the version alone.
  writeFileSync(join(owed.path, "install-2.yaml"), install.replace("1.7.2", "1.8.0"));
  writeFileSync(join(owed.path, "packages/shop/vendor.ts"), patched.replace('version: "1"', 'version: "2"'));
  expect(await runScript("build", { cwd: owed.path })).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("run `pnpm vendor update shop/rollouts`"),
  });
  const updated = await vendor("update", "rollouts", "--yes");
  expect(updated).toMatchObject({ exitCode: 0 });
  expect(rendered()).toContain("image: example.com/rollouts:1.8.0\n");

  // What is removed has to be in git.
  const git = (...args: string[]): unknown =>
    execFileSync("git", args, { cwd: owed.path, env: { ...process.env, ...plainGit } });
  git("init", "--quiet");
  git("add", "packages", "overlays", "generated");
  git("commit", "--quiet", "--message", "Begin");
  expect(await vendor("remove", "shop/rollouts", "--yes")).toMatchObject({ exitCode: 0 });
  expect(existsSync(join(owed.path, "packages/shop/vendor"))).toBe(false);
  expect(read("overlays/dev/kustomization.yaml")).not.toContain("rollouts");
}, 120_000);

test("an edit of what is vendored is refused", async () => {
  const { repository, vendor } = await builtRepository({ "install.yaml": install });
  using owed = repository;
  expect(await vendor("add", "rollouts", "--file", "install.yaml", "--environment", "dev", "--yes")).toMatchObject({
    exitCode: 0,
  });
  const file = join(owed.path, "packages/shop/vendor/rollouts/objects.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace("1.7.2", "1.7.3"));
  const { exitCode, stderr } = await runScript("build", { cwd: owed.path });
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: `error[vendor-differs]: packages/shop/vendor/rollouts/objects.yaml is not what \`vendor\` wrote: somebody has edited it
  where:  packages/shop/vendor/rollouts/objects.yaml
  to fix: run \`pnpm vendor update shop/rollouts\`, or bring the file back from git
`,
  });
}, 60_000);

test("a Secret with values is refused without its values, and nothing is written", async () => {
  const secret =
    "apiVersion: v1\nkind: Secret\nmetadata:\n  name: admin\nstringData:\n  password: open-sesame-please\n";
  const { repository, vendor } = await builtRepository({ "install.yaml": `${install}---\n${secret}` });
  using owed = repository;
  const { exitCode, stderr } = await vendor("add", "rollouts", "--file", "install.yaml", "--yes");
  expect(exitCode).toBe(2);
  expect(stderr).toContain("Secret/admin has values, and no Secret may be in the repository\n");
  expect(stderr).toContain('omit: ["Secret/admin"]');
  expect(stderr).not.toContain("sesame");
  expect(existsSync(join(owed.path, "packages/shop/vendor.ts"))).toBe(false);
}, 60_000);
