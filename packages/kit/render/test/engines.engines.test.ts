// Needs programs that Go builds: `pnpm test:engines` does, and names them in the environment.
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { changedFiles, exampleRepository, filesBelow, runScript, temporaryDirectory } from "@kit/testing";
import { describe, expect, test } from "vitest";

const engines = {
  pinned: fromEnvironment("KUSTOMIZE_PINNED"),
  oldest: fromEnvironment("KUSTOMIZE_OLDEST"),
  tooOld: fromEnvironment("KUSTOMIZE_TOO_OLD"),
  go: fromEnvironment("GO_PROGRAM"),
};

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run pnpm test:engines`);
  return value;
}

describe.concurrent("the committed result is the same", () => {
  test.for(["pinned", "oldest"] as const)("with the %s kustomize", async (name, { expect }) => {
    using copy = exampleRepository();
    const result = await runScript("drift", { cwd: copy.path, env: { KUSTOMIZE: engines[name] } });
    expect(result).toEqual({ exitCode: 0, stderr: "", stdout: expect.stringMatching(/^no drift: /) });
  });
});

test("kustomize on PATH is what a person runs by hand", async () => {
  using copy = exampleRepository();
  using bin = temporaryDirectory();
  symlinkSync(engines.pinned, join(bin.path, "kustomize"));
  const env = { PATH: `${bin.path}:${process.env["PATH"]}` };
  const { stdout } = await runScript("build", { cwd: copy.path, env });
  expect(uncounted(stdout)).toMatchInlineSnapshot(`
    "generated/: 0 written, 0 removed, <n> unchanged
    rendered by kustomize 5.8.1 (kustomize on PATH):
      dev: 9 objects
      prod: 23 objects
      stall/dev: 6 objects
      stall/prod: 15 objects
    checked: 4 environments, 53 objects, <n> checks: 0 errors, 0 warnings, <n> notes
    "
  `);
  const printed = execFileSync("kustomize", ["build", "overlays/prod"], {
    cwd: copy.path,
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  const files = filesBelow(copy.path, "generated/rendered/prod");
  expect(printed.split(/^---\n/m).toSorted()).toEqual([...files.values()].toSorted());
});

test("a kustomize that is too old is refused", async () => {
  using copy = exampleRepository();
  const result = await runScript("build", { cwd: copy.path, env: { KUSTOMIZE: engines.tooOld } });
  const stderr = result.stderr.replace(engines.tooOld, "<path>");
  expect({ ...result, stderr }).toMatchInlineSnapshot(`
    {
      "exitCode": 2,
      "stderr": "error[kustomize-too-old]: $KUSTOMIZE is kustomize 5.3.0, and 5.4 or newer is needed
      where:  <path>
      to fix: install kustomize 5.4 or newer, or set KUSTOMIZE to the path of one
    ",
      "stdout": "",
    }
  `);
});

test("kustomize's own error is shown with the overlay's name", async () => {
  using copy = exampleRepository();
  copy.write({ "overlays/dev/patch.yaml": "apiVersion: v1\nkind: Service\nmetadata:\n  name: nobody\n" });
  const overlay = [...filesBelow(copy.path, "overlays/dev").entries()].find(([path]) =>
    path.endsWith("/kustomization.yaml"),
  )!;
  copy.write({ [overlay[0]]: `${overlay[1]}patches:\n  - path: patch.yaml\n` });
  const result = await runScript("build", { cwd: copy.path, env: { KUSTOMIZE: engines.pinned } });
  expect(result).toMatchInlineSnapshot(`
    {
      "exitCode": 2,
      "stderr": "error[kustomize-failed]: kustomize 5.8.1 ($KUSTOMIZE) cannot build the overlay "dev":
    no resource matches strategic merge patch "Service.v1.[noGrp]/nobody.[noNs]": no matches for Id Service.v1.[noGrp]/nobody.[noNs]; failed to find unique target for patch Service.v1.[noGrp]/nobody.[noNs]
      where:  overlays/dev/kustomization.yaml
      to fix: correct what kustomize names there; nothing was written
    ",
      "stdout": "",
    }
  `);
});

test("with Go alone, the pinned kustomize is built once", async () => {
  using copy = exampleRepository();
  using home = temporaryDirectory();
  const bin = join(home.path, "bin");
  mkdirSync(bin);
  symlinkSync(engines.go, join(bin, "go"));
  // The cache is new, what Go has compiled is not.
  const env = { PATH: bin, XDG_CACHE_HOME: join(home.path, "cache"), GOCACHE: fromEnvironment("GOCACHE") };
  const first = await runScript("build", { cwd: copy.path, env });
  const second = await runScript("build", { cwd: copy.path, env });
  expect([first, second].map((one) => ({ ...one, stdout: uncounted(one.stdout) }))).toMatchInlineSnapshot(`
    [
      {
        "exitCode": 0,
        "stderr": "building kustomize 5.8.1 with Go, once: about a minute
    ",
        "stdout": "generated/: 0 written, 0 removed, <n> unchanged
    rendered by kustomize 5.8.1 (built with Go):
      dev: 9 objects
      prod: 23 objects
      stall/dev: 6 objects
      stall/prod: 15 objects
    checked: 4 environments, 53 objects, <n> checks: 0 errors, 0 warnings, <n> notes
    ",
      },
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "generated/: 0 written, 0 removed, <n> unchanged
    rendered by kustomize 5.8.1 (built with Go):
      dev: 9 objects
      prod: 23 objects
      stall/dev: 6 objects
      stall/prod: 15 objects
    checked: 4 environments, 53 objects, <n> checks: 0 errors, 0 warnings, <n> notes
    ",
      },
    ]
  `);
});

test("after `kustomize edit set image`, only the rendered result changes", async () => {
  using copy = exampleRepository();
  const before = filesBelow(copy.path, "generated");
  for (const id of ["prod", "stall/prod"]) {
    const cwd = join(copy.path, "overlays", id);
    execFileSync(engines.pinned, ["edit", "set", "image", "shop-api=shop-api:2.0.0"], { cwd });
  }
  const { exitCode, stderr } = await runScript("build", { cwd: copy.path, env: { KUSTOMIZE: engines.pinned } });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  const after = filesBelow(copy.path, "generated");
  expect(changedFiles(before, after)).toEqual([
    "generated/rendered/prod/18-deployment-backend.yaml",
    "generated/rendered/stall/prod/10-configmap-shop-api-config.yaml",
    "generated/rendered/stall/prod/13-service-shop-api.yaml",
    "generated/rendered/stall/prod/18-deployment-shop-api.yaml",
    "generated/rendered/stall/prod/21-poddisruptionbudget-shop-api-pdb.yaml",
    "generated/rendered/stall/prod/50-externalsecret-shop-api-secret.yaml",
    "generated/rendered/stall/prod/50-networkpolicy-shop-api-network-policy.yaml",
  ]);
  expect(after.get("generated/rendered/stall/prod/18-deployment-shop-api.yaml")).toContain(
    "app.kubernetes.io/version: 2.0.0\n",
  );
});

/** How many checks there are, and what they only note, is not what this is about. */
function uncounted(stdout: string): string {
  return stdout.replaceAll(/\d+ (checks|notes|unchanged)/g, "<n> $1");
}
