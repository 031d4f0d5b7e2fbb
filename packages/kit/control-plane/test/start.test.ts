import { chmodSync, readdirSync, readFileSync } from "node:fs";
import { temporaryDirectory, type TestDirectory } from "@kit/testing";
import { startControlPlane } from "@kit/control-plane";
import { expect, test } from "vitest";
import { pinOf } from "../src/pins.ts";

const etcdVersion = "etcd Version: 3.6.6";
const { version } = pinOf("kube-apiserver");
const serverVersion = `Kubernetes v${version}`;
const goesOn = "exec sleep 600";

/** Stand-ins for etcd and the API server, which say their version and then do what is given. */
function machine(etcd: string, apiServer: string): TestDirectory {
  const directory = temporaryDirectory({
    "bin/etcd": `#!/bin/sh\ntest "$1" = --version && echo '${etcdVersion}' && exit\n${etcd}\n`,
    "bin/kube-apiserver": `#!/bin/sh\ntest "$1" = --version && echo '${serverVersion}' && exit\n${apiServer}\n`,
    "tmp/.keep": "",
  });
  for (const name of ["etcd", "kube-apiserver"]) chmodSync(`${directory.path}/bin/${name}`, 0o755);
  return directory;
}

async function messageOf({ path }: TestDirectory, temporary = `${path}/tmp`): Promise<string> {
  const env = { PATH: `${path}/bin:/usr/bin:/bin`, TMPDIR: temporary };
  const message = await startControlPlane({ env }).then(
    async (cluster) => {
      await cluster[Symbol.asyncDispose]();
      return "it started";
    },
    (error: Error) => error.message,
  );
  return message.replaceAll(path, "<machine>").replaceAll(version, "<pinned>");
}

/** Whether a stand-in of this machine still runs; it writes its pid first. */
function runs({ path }: TestDirectory, name: string): boolean {
  try {
    const pid = Number(readFileSync(`${path}/${name}.pid`, "utf8"));
    // It was stopped before it wrote: 0 would ask for the processes of this test.
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("a component that dies is reported with its last lines, and all else is stopped", async () => {
  using here = machine(
    "i=0; while [ $i -lt 12 ]; do i=$((i+1)); echo line $i; done; exit 3",
    'echo $$ >"$(dirname "$0")/../server.pid"; exec sleep 600',
  );
  expect(await messageOf(here)).toMatchInlineSnapshot(`
    "failure[component-died]: etcd 3.6.6 ended (exit code 3), and all else was stopped. Its last lines:
    line 3
    line 4
    line 5
    line 6
    line 7
    line 8
    line 9
    line 10
    line 11
    line 12
      to fix: start again; where it happens again, see what the lines say: memory or a port may be short"
  `);
  expect(runs(here, "server")).toBe(false);
  expect(readdirSync(`${here.path}/tmp`)).toEqual([".keep"]);
});

test("a full disk is said as such, without the stack", async () => {
  using here = machine(
    "echo 'panic: write wal: no space left on device'; echo; echo 'goroutine 1 [running]:'; echo 'main.main()'; exit 2",
    goesOn,
  );
  expect(await messageOf(here)).toMatchInlineSnapshot(`
    "failure[disk-full]: etcd 3.6.6 ended (exit code 2), and all else was stopped. Its last lines:
    panic: write wal: no space left on device
      to fix: free some space in <machine>/tmp, then start again"
  `);
});

test("a program that cannot start is reported with what the system says", async () => {
  using here = machine(goesOn, goesOn);
  here.write({
    "bin/kube-apiserver": `#!/bin/sh\ntest "$1" = --version && echo '${serverVersion}' && exit\n/nowhere\n`,
  });
  const message = await messageOf(here);
  expect(message.replaceAll(/^.*: (\d+: )?\/nowhere: .*$/gm, "<the shell's words>")).toMatchInlineSnapshot(`
    "failure[component-died]: kube-apiserver <pinned> ended (exit code 127), and all else was stopped. Its last lines:
    <the shell's words>
      to fix: start again; where it happens again, see what the lines say: memory or a port may be short"
  `);
});

test("another port is tried when somebody was faster, three in all", async () => {
  using here = machine(
    goesOn,
    `for a in "$@"; do case $a in --secure-port=*) echo "$a" >>"$(dirname "$0")/../ports";; esac; done
echo 'listen tcp 127.0.0.1:1: bind: address already in use'; exit 1`,
  );
  expect(await messageOf(here)).toMatchInlineSnapshot(`
    "failure[component-died]: kube-apiserver <pinned> ended (exit code 1), and all else was stopped. Its last lines:
    listen tcp 127.0.0.1:1: bind: address already in use
      to fix: start again; where it happens again, see what the lines say: memory or a port may be short"
  `);
  const ports = readFileSync(`${here.path}/ports`, "utf8").trim().split("\n");
  expect(new Set(ports).size).toBe(3);
});

test("a temporary directory that cannot be made is said as such", async () => {
  using here = machine(goesOn, goesOn);
  const message = await messageOf(here, "/nowhere");
  expect(message.replaceAll(/no temporary directory: .*/g, "no temporary directory: <mkdir's words>"))
    .toMatchInlineSnapshot(`
    "failure[not-writable]: no temporary directory: <mkdir's words>
      to fix: free some space, or set TMPDIR to a directory that this user can write"
  `);
});
