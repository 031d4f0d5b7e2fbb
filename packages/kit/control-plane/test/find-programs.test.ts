import { chmodSync } from "node:fs";
import { relative } from "node:path";
import { temporaryDirectory, type TestDirectory } from "@kit/testing";
import { preparePrograms, type Component } from "@kit/control-plane";
import { describe, expect, test } from "vitest";
import { pinOf } from "../src/pins.ts";

const etcd = "etcd Version: 3.6.6\nGit SHA: Not provided\nGo Version: go1.26.8";
const { version } = pinOf("kube-apiserver");
const minor = version.split(".").slice(0, 2).join(".");
const apiServer = `Kubernetes v${version}`;

/** The directory of a cached program. */
function built(family: string): string {
  return `cache/typed-manifests/${family}-${process.platform}-${process.arch}`;
}

/** Programs that only answer what version they are, which is all that finding them asks; PATH is `bin` alone. */
function machine(answers: Record<string, string>): TestDirectory {
  const directory = temporaryDirectory();
  for (const [name, answer] of Object.entries(answers)) {
    directory.write({ [name]: `#!/bin/sh\nprintf '%s\\n' '${answer}'\n` });
    chmodSync(`${directory.path}/${name}`, 0o755);
  }
  return directory;
}

/** What is found, or the error, then what was told meanwhile. */
async function found(
  { path }: TestDirectory,
  env: NodeJS.ProcessEnv = {},
  components: Component[] = [],
): Promise<string[]> {
  const told: string[] = [];
  const all = { PATH: `${path}/bin`, XDG_CACHE_HOME: `${path}/cache`, ...env };
  const lines = await preparePrograms({ components, env: all, onProgress: (message) => told.push(message) }).then(
    ({ programs, stages }) => [
      ...programs.map(({ name, file, version, origin }) => `${name} ${version} (${origin}) ${file}`),
      ...(stages === undefined ? [] : [`stages ${stages}`]),
    ],
    (error: Error) => [error.message],
  );
  const named = [...lines, ...told].map((line) => line.replaceAll(path, "<machine>"));
  return named.map((line) => line.replaceAll(version, "<pinned>").replaceAll(minor, "<minor>"));
}

describe("the programs are", () => {
  test("those in KUBEBUILDER_ASSETS, before those on PATH", async () => {
    using here = machine({ "assets/etcd": etcd, "assets/kube-apiserver": apiServer, "bin/etcd": etcd });
    expect(await found(here, { KUBEBUILDER_ASSETS: `${here.path}/assets` })).toEqual([
      "etcd 3.6.6 (KUBEBUILDER_ASSETS) <machine>/assets/etcd",
      "kube-apiserver <pinned> (KUBEBUILDER_ASSETS) <machine>/assets/kube-apiserver",
    ]);
  });

  test("those on PATH where KUBEBUILDER_ASSETS lacks one or has another version of it", async () => {
    using here = machine({
      "assets/kube-apiserver": "Kubernetes v1.31.0",
      "bin/etcd": etcd,
      "bin/kube-apiserver": `Kubernetes v${minor}.0+k3s1`,
    });
    expect(await found(here, { KUBEBUILDER_ASSETS: `${here.path}/assets` })).toEqual([
      "etcd 3.6.6 (PATH) <machine>/bin/etcd",
      "kube-apiserver <minor>.0 (PATH) <machine>/bin/kube-apiserver",
    ]);
  });

  test("found by relative paths too", async () => {
    using here = machine({ "assets/etcd": etcd, "bin/kube-apiserver": apiServer });
    const bin = relative(process.cwd(), `${here.path}/bin`);
    const assets = relative(process.cwd(), `${here.path}/assets`);
    expect(await found(here, { PATH: bin, KUBEBUILDER_ASSETS: assets })).toEqual([
      "etcd 3.6.6 (KUBEBUILDER_ASSETS) <machine>/assets/etcd",
      "kube-apiserver <pinned> (PATH) <machine>/bin/kube-apiserver",
    ]);
  });

  test("those that were built before, also without Go", async () => {
    using here = machine({
      [`${built("etcd-v3.6.6")}/etcd`]: etcd,
      [`${built(`kubernetes-v${version}`)}/kube-apiserver`]: apiServer,
      "bin/kube-apiserver": "Kubernetes v1.31.0",
    });
    expect(await found(here)).toEqual([
      `etcd 3.6.6 (built with Go) <machine>/${built("etcd-v3.6.6")}/etcd`,
      `kube-apiserver <pinned> (built with Go) <machine>/${built("kubernetes-v<pinned>")}/kube-apiserver`,
    ]);
  });

  test("in the order in which they start, kwok with the stages that lie beside it", async () => {
    using here = machine({
      "bin/etcd": "etcd Version: 3.5.0",
      "bin/kube-apiserver": apiServer,
      "bin/kube-controller-manager": apiServer,
      "bin/kube-scheduler": apiServer,
      "bin/kwok": "kwok version 1.0.0 go1.25.0 (linux/amd64)",
      "bin/stage-fast.yaml": "",
    });
    expect(await found(here, {}, ["controllers", "scheduler", "kwok"])).toEqual([
      "etcd 3.5.0 (PATH) <machine>/bin/etcd",
      "kube-apiserver <pinned> (PATH) <machine>/bin/kube-apiserver",
      "kwok 1.0.0 (PATH) <machine>/bin/kwok",
      "kube-scheduler <pinned> (PATH) <machine>/bin/kube-scheduler",
      "kube-controller-manager <pinned> (PATH) <machine>/bin/kube-controller-manager",
      "stages <machine>/bin/stage-fast.yaml",
    ]);
  });
});

describe("without Go it says what to install", () => {
  test("when there is nothing", async () => {
    using here = machine({});
    const [message] = await found(here, {}, ["scheduler", "controllers", "kwok"]);
    expect(message).toMatchInlineSnapshot(`
      "error[control-plane-missing]: the control plane's programs are missing: etcd 3.5 or newer, kube-apiserver <minor>, kwok 0.7 or newer, kube-scheduler <minor>, kube-controller-manager <minor>
        where:  PATH
        to fix: install Go 1.26 or newer (https://go.dev/dl/): the programs are then built once, in minutes;
                or put the programs on PATH, or in a directory that KUBEBUILDER_ASSETS names"
    `);
  });

  test("when what is there will not do", async () => {
    using here = machine({
      "assets/etcd": "etcd Version: 3.4.34",
      "assets/kube-apiserver": "Kubernetes v0.0.0-master+$Format:%H$",
      "bin/etcd": "no idea",
      "bin/kube-apiserver": apiServer,
    });
    const [message] = await found(here, { KUBEBUILDER_ASSETS: `${here.path}/assets` });
    expect(message).toMatchInlineSnapshot(`
      "error[control-plane-missing]: the control plane's programs are missing: etcd 3.5 or newer
      not used: <machine>/assets/etcd is version 3.4.34, and etcd 3.5 or newer is needed
      not used: <machine>/bin/etcd does not say its version, and etcd 3.5 or newer is needed
        where:  KUBEBUILDER_ASSETS (<machine>/assets) and PATH
        to fix: install Go 1.26 or newer (https://go.dev/dl/): the programs are then built once, in minutes;
                or put the programs on PATH, or in a directory that KUBEBUILDER_ASSETS names"
    `);
  });

  test("when KUBEBUILDER_ASSETS is not a directory", async () => {
    using here = machine({ "bin/etcd": etcd, "bin/kube-apiserver": apiServer });
    const [message] = await found(here, { KUBEBUILDER_ASSETS: "/nowhere" });
    expect(message).toMatchInlineSnapshot(`
      "error[control-plane-missing]: $KUBEBUILDER_ASSETS names "/nowhere", which is not a directory
        where:  the environment variable KUBEBUILDER_ASSETS
        to fix: set it to the directory of kube-apiserver and etcd, or unset it"
    `);
  });

  test("when kwok has no stages", async () => {
    using here = machine({
      "bin/etcd": etcd,
      "bin/kube-apiserver": apiServer,
      "bin/kwok": "kwok version v0.8.0 go1.26.8 (linux/amd64)",
    });
    const [message] = await found(here, {}, ["kwok"]);
    expect(message).toMatchInlineSnapshot(`
      "error[control-plane-missing]: kwok 0.8.0 has no stages: there is no stage-fast.yaml beside it
        where:  <machine>/bin
        to fix: put the stage-fast.yaml of kwok's release there (https://github.com/kubernetes-sigs/kwok/releases),
                or install Go, which fetches it"
    `);
  });
});

test("what Go says is passed on where it cannot build", async () => {
  using here = machine({ "bin/etcd": etcd, "bin/kube-apiserver": "Kubernetes v1.31.0" });
  here.write({ "bin/go": "#!/bin/sh\necho 'go: go.mod requires go >= 1.26.0 (running go 1.24.4)' >&2\nexit 1\n" });
  chmodSync(`${here.path}/bin/go`, 0o755);
  expect((await found(here)).join("\n")).toMatchInlineSnapshot(`
    "failure[subprocess-failed]: Go could not build kube-apiserver <pinned>:
    go: go.mod requires go >= 1.26.0 (running go 1.24.4)
      to fix: correct what Go says (Go 1.26.0 or newer is needed), then start again: it goes on with this program
    not used: <machine>/bin/kube-apiserver is version 1.31.0, and kube-apiserver <minor> is needed
    building the control plane with Go, once: about 4 minutes on 2 cores
    building kube-apiserver <pinned> (1 of 1)"
  `);
});

test("a cache that cannot be written is said as such", async () => {
  using here = machine({ "bin/go": "", "bin/etcd": etcd });
  here.write({ cache: "a file" });
  const [message] = await found(here);
  expect(message).toMatchInlineSnapshot(`
    "failure[not-writable]: <machine>/cache/typed-manifests/kubernetes-v<pinned>-linux-x64 cannot be written: ENOTDIR
      to fix: give this user write permission there, or name another place with XDG_CACHE_HOME or TMPDIR"
  `);
});
