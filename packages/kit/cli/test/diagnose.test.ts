import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleRepository, runScript } from "@kit/testing";
import { expect, test } from "vitest";
import { diagnosisText } from "../src/diagnose/diagnosis-text.ts";
import type { Tool } from "../src/diagnose/tool.ts";

/** What it says where these programs are on PATH, each with what it prints, and nothing else. */
async function diagnosed(programs: Readonly<Record<string, string>>, ...args: string[]) {
  using copy = exampleRepository();
  const bin = join(copy.path, "bin");
  mkdirSync(bin);
  for (const [name, says] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${says}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const env = { PATH: bin, XDG_CACHE_HOME: join(copy.path, "cache"), KUBEBUILDER_ASSETS: undefined };
  const { exitCode, stdout, stderr } = await runScript("diagnose", { cwd: copy.path, args, env });
  const text = stdout.replaceAll(/^cache.*\n/gm, "").replace(/^(ok +Node +).*/m, "$1<version>, <node>");
  return { exitCode, stderr, text };
}

const says = (text: string): string => `echo '${text}'`;
const kubectl = `case "$3" in
--output=json) echo '{"kustomizeVersion": "v5.5.0"}' ;;
*) echo 'Client Version: v1.32.4' ;;
esac`;

test("a machine that has nothing", async () => {
  expect(await diagnosed({})).toMatchInlineSnapshot(`
    {
      "exitCode": 1,
      "stderr": "",
      "text": "ok       Node                     <version>, <node>
    later    pnpm                     not on PATH: \`npx --yes pnpm\` brings it, as README has it
    missing  kustomize                without it nothing is built, reviewed or checked for drift
                                      to fix: install kustomize 5.4 or newer, kubectl 1.31 or newer, or Go (https://go.dev/dl/), which builds it
    missing  git                      without it there is no \`pnpm review\`, \`comment\` or \`rehearse\`, and \`new\`, \`rename\` and \`delete\` refuse
                                      to fix: install git (https://git-scm.com/downloads)
    missing  kubectl                  without it nothing is applied, and there is no \`pnpm review --live\` or \`secrets apply\` and \`status\`
                                      to fix: install kubectl 1.31 or newer (https://kubernetes.io/docs/tasks/tools/)
    later    Go                       not on PATH: it builds what is missing below
    missing  etcd                     without it there is no \`pnpm verify\` and no \`rehearse\`
    missing  kube-apiserver           without it there is no \`pnpm verify\` and no \`rehearse\`
    missing  kwok                     without it there is no \`pnpm verify\` and no \`rehearse\`
    missing  kube-scheduler           without it there is no \`pnpm verify\` and no \`rehearse\`
    missing  kube-controller-manager  without it there is no \`pnpm verify\` and no \`rehearse\`
                                      to fix: install Go (https://go.dev/dl/), which builds it, or put it on PATH
    some commands cannot work here: kustomize, git, kubectl, etcd, kube-apiserver, kwok, kube-scheduler, kube-controller-manager
    ",
    }
  `);
});

test("a machine with Go, of which the rest comes", async () => {
  const programs = { go: says("go version go1.26.8 linux/amd64"), git: says("git version 2.39.5"), kubectl };
  expect(await diagnosed({ ...programs, pnpm: says("12.21.0") })).toMatchInlineSnapshot(`
    {
      "exitCode": 0,
      "stderr": "",
      "text": "ok       Node                     <version>, <node>
    ok       pnpm                     12.21.0, <root>/bin/pnpm
    ok       kustomize                5.5.0, <root>/bin/kubectl (kubectl kustomize)
    ok       git                      2.39.5, <root>/bin/git
    ok       kubectl                  1.32.4, <root>/bin/kubectl
    ok       Go                       1.26.8, <root>/bin/go
    later    etcd                     Go builds it on first use, once: about 40 s on 2 cores
    later    kube-apiserver           Go builds it on first use, once: about 240 s on 2 cores
    later    kwok                     Go builds it on first use, once: about 100 s on 2 cores
    later    kube-scheduler           Go builds it on first use, once: about 30 s on 2 cores
    later    kube-controller-manager  Go builds it on first use, once: about 55 s on 2 cores
    every command can work here
    ",
    }
  `);
});

test("programs that will not do", async () => {
  const programs = { kustomize: says("v5.0.1"), etcd: says("etcd Version: 3.4.0"), git: says("git version 2.39.5") };
  const { exitCode, text } = await diagnosed(programs, "--json");
  const { tools } = JSON.parse(text) as { tools: Tool[] };
  expect([exitCode, tools.filter(({ name }) => name === "kustomize" || name === "etcd")]).toMatchInlineSnapshot(`
    [
      1,
      [
        {
          "costs": "kustomize on PATH is kustomize 5.0.1, and 5.4 or newer is needed; without a fit one nothing is built",
          "fix": "install kustomize 5.4 or newer, or set KUSTOMIZE to the path of one",
          "name": "kustomize",
          "state": "unfit",
        },
        {
          "costs": "not used: <root>/bin/etcd is version 3.4.0, and etcd 3.5 or newer is needed; without it there is no \`pnpm verify\` and no \`rehearse\`",
          "fix": "install Go (https://go.dev/dl/), which builds it, or put it on PATH",
          "name": "etcd",
          "state": "missing",
        },
      ],
    ]
  `);
});

test("how large caches are", () => {
  const sizes = [undefined, 0, 1023, 1024, 1536, 10_240, 5_000_000, 2 ** 40];
  const caches = sizes.map((bytes, at) => ({ name: `c${at}`, path: `/c/${at}`, bytes }));
  expect(diagnosisText([], caches)).toMatchInlineSnapshot(`
    "cache    c0         ?  /c/0
    cache    c1       0 B  /c/1
    cache    c2    1023 B  /c/2
    cache    c3   1.0 KiB  /c/3
    cache    c4   1.5 KiB  /c/4
    cache    c5    10 KiB  /c/5
    cache    c6   4.8 MiB  /c/6
    cache    c7  1024 GiB  /c/7
    every command can work here
    "
  `);
});
