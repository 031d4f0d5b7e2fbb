import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { exitCodes, UserError } from "@kit/errors";
import { cacheDirectory, writeWhole } from "@kit/programs";
import { findKustomize } from "@kit/render";
import { argocdImageUpdater, fluxSetters, renovate } from "@kit/updaters";
import { $, which } from "zx";
import { progress, runCommand } from "@kit/cli";
import { yamlJudges } from "./yaml-judges.ts";

const help = `Runs the tests that need several real kustomize programs, which Go builds, those
with what image updaters write and with the YAML readers of kubectl and
kustomize, those that need Chromium, those that look for planted secrets in
every output, and what a reader of README.md does.

Usage: pnpm test:engines [vitest arguments...]

  -h, --help    Show this.

Builds, once, into the user's cache directory: the kustomize that the render
room pins, the oldest supported one and one that is too old, those of the oldest
and the newest kubectl, what writes as Argo CD Image Updater and Flux do, and
what reads YAML as kubectl and kustomize do; installs Renovate there. Needs Go
1.24, and Chromium or Chrome on PATH or in $CHROMIUM. With LONG=1, random cases
run in their full number.

Exit codes: 0 passed, 1 failed, 2 no Go, 3 the machine failed, 70 a bug.
`;

const oldest = "5.4.3";
const tooOld = "5.3.0";

await runCommand({
  help,
  positionals: true,
  options: {},
  async run({ root, positionals }) {
    const go = await which("go", { nothrow: true });
    if (go === null) throw noGo();
    // Found as on a machine that has Go and nothing else.
    const pinned = await findKustomize({
      env: { ...process.env, KUSTOMIZE: "", PATH: join(go, "..") },
      onProgress: progress,
    });
    const options = { go, env: process.env, onProgress: progress };
    const judges = await yamlJudges(root, options);
    const env = {
      ...process.env,
      GO_PROGRAM: go,
      GOCACHE: (await $`${go} env GOCACHE`).stdout.trim(),
      KUSTOMIZE_PINNED: pinned.file,
      KUSTOMIZE_OLDEST: await install(go, oldest),
      KUSTOMIZE_TOO_OLD: await install(go, tooOld),
      KUBECTL_OLDEST: await kubectl(go, "kubectl-1.31"),
      KUBECTL_NEWEST: await kubectl(go, "kubectl-newest"),
      UPDATER_ARGOCD: await argocdImageUpdater(options),
      UPDATER_FLUX: await fluxSetters(options),
      UPDATER_RENOVATE: await renovate(options),
      YAML_KUBECTL: judges.kubectl,
      YAML_KUSTOMIZE: judges.kustomize,
    };
    const config = join(root, "vitest.engines.config.ts");
    const tests = $({ cwd: root, env, stdio: "inherit", nothrow: true });
    const { exitCode } = await tests`vitest run --config ${config} ${positionals}`;
    return exitCode === 0 ? exitCodes.ok : exitCodes.finding;
  },
});

/** A released kustomize, as a release build of it would be. */
async function install(go: string, version: string): Promise<string> {
  const file = join(cacheDirectory("kustomize", version, process.env), "kustomize");
  if (existsSync(file)) return file;
  progress(`building kustomize ${version} with Go, once: about a minute`);
  const flags = `-s -w -X sigs.k8s.io/kustomize/api/provenance.version=v${version}`;
  await writeWhole(file, async (target) => {
    const env = { ...process.env, GOBIN: dirname(target) };
    await $({
      env,
      quiet: true,
    })`${go} install -trimpath -ldflags ${flags} sigs.k8s.io/kustomize/kustomize/v5@v${version}`;
  });
  return file;
}

/**
 * The kustomize in a kubectl.
 *
 * @param name Of its module in the render room, which pins it.
 */
async function kubectl(go: string, name: string): Promise<string> {
  const cwd = join(import.meta.dirname, "../packages/kit/render/engine", name);
  const version = /k8s\.io\/kubectl v(\S+)/.exec(readFileSync(join(cwd, "go.mod"), "utf8"))![1]!;
  const file = join(cacheDirectory("kubectl-kustomize", version, process.env), "kubectl");
  if (existsSync(file)) return file;
  progress(`building the kustomize of ${name} with Go, once: about a minute`);
  await writeWhole(file, async (target) => {
    await $({ cwd, quiet: true })`${go} build -trimpath -ldflags ${"-s -w"} -o ${target} .`;
  });
  return file;
}

function noGo(): UserError {
  return new UserError({
    code: "kustomize-missing",
    what: "these tests build kustomize with Go, and there is no go on PATH",
    where: "PATH",
    next: "install Go 1.24 or newer",
  });
}
