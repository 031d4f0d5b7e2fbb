import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { text } from "node:stream/consumers";
import { temporaryDirectory } from "@kit/testing";
import { preparePrograms, startControlPlane } from "@kit/control-plane";
import { beforeAll, describe, expect, test } from "vitest";
import { pinOf } from "../src/pins.ts";
import { isInUse, leftovers, pidsOf, until, watchdogOf } from "./running.ts";

const { env } = process;
beforeAll(() => preparePrograms({ env, onProgress: console.error }));

describe("a component that is killed is reported, and nothing is left", () => {
  test.for(["etcd", "kube-apiserver"])("%s", async (name) => {
    await using cluster = await startControlPlane({ env });
    const pids = pidsOf(cluster);
    process.kill(pids[name]!, "SIGKILL");
    await until(() => cluster.signal.aborted);
    const { message } = (await cluster.request("GET", "/api").catch((error: Error) => error)) as Error;
    const [first, line] = message.split("\n");
    const version = cluster.versions[name as "etcd"];
    expect(first).toBe(
      `failure[component-died]: ${name} ${version} ended (signal SIGKILL), and all else was stopped. Its last lines:`,
    );
    expect(line).toMatch(name === "etcd" ? /^\{"level":"/ : /^[IWE]\d{4} /);
    await cluster[Symbol.asyncDispose]();
    expect(await leftovers(cluster, pids)).toEqual([]);
  });

  test("a request that is under way ends with the report", async () => {
    await using cluster = await startControlPlane({ env });
    const watch = cluster.request("GET", "/api/v1/pods?watch=true");
    process.kill(pidsOf(cluster)["kube-apiserver"]!, "SIGKILL");
    await expect(watch).rejects.toThrow(`kube-apiserver ${pinOf("kube-apiserver").version} ended (signal SIGKILL)`);
  });

  test("the watchdog", async () => {
    await using cluster = await startControlPlane({ env });
    const pids = pidsOf(cluster);
    process.kill(watchdogOf(cluster), "SIGKILL");
    await until(() => cluster.signal.aborted);
    await expect(cluster.request("GET", "/api")).rejects.toThrow("watches over the control plane was killed");
    await cluster[Symbol.asyncDispose]();
    expect(await leftovers(cluster, pids)).toEqual([]);
  });
});

test("twenty starts and stops leave no process, file or port", { timeout: 600_000 }, async () => {
  using temporary = temporaryDirectory();
  for (let cycle = 0; cycle < 20; cycle++) {
    const cluster = await startControlPlane({ env: { ...env, TMPDIR: temporary.path } });
    const pids = pidsOf(cluster);
    const directory = readdirSync(temporary.path);
    const all = ["etcd", "kube-apiserver", "a process in its directory", ...directory, cluster.url];
    expect(await leftovers(cluster, pids)).toEqual(all);
    await cluster[Symbol.asyncDispose]();
    expect(await leftovers(cluster, pids)).toEqual([]);
    expect(readdirSync(temporary.path)).toEqual([]);
  }
});

describe("when the parent ends, nothing is left", () => {
  const start = `import { startControlPlane } from "@kit/control-plane";
    const { url, kubeconfig } = await startControlPlane({ env: process.env });
    console.log(JSON.stringify({ url, kubeconfig }));`;

  /** A process with a control plane, which then does what is given. */
  function parentThat(does: string) {
    const args = ["--input-type=module", "--eval", `${start}\n${does}`];
    const child = spawn(process.execPath, args, { cwd: import.meta.dirname, stdio: ["ignore", "pipe", "pipe"] });
    return { child, started: once(child.stdout, "data").then(([data]) => JSON.parse(String(data))) };
  }

  test.for(["SIGKILL", "SIGINT", "SIGTERM", "SIGHUP"] as const)("by %s", async (signal) => {
    const { child, started } = parentThat("setInterval(() => {}, 1000);");
    const cluster = (await started) as { url: string; kubeconfig: string };
    const pids = pidsOf(cluster);
    expect(await leftovers(cluster, pids)).not.toEqual([]);
    child.kill(signal);
    await once(child, "exit");
    expect(child.signalCode).toBe(signal);
    await until(async () => (await leftovers(cluster, pids)).length === 0);
  });

  test.for(["process.exit(0);", 'throw new Error("oops");'])("by %s", async (does) => {
    const { child, started } = parentThat(`setTimeout(() => { ${does} }, 500);`);
    const said = text(child.stderr);
    const cluster = (await started) as { url: string; kubeconfig: string };
    const pids = pidsOf(cluster);
    await once(child, "exit");
    expect((await said).includes("oops")).toBe(does.includes("oops"));
    await until(async () => (await leftovers(cluster, pids)).length === 0);
  });

  test("by SIGKILL while it starts", async () => {
    using temporary = temporaryDirectory();
    for (const milliseconds of [0, 2, 5, 10, 20, 50, 100, 200, 500, 1500]) {
      const code = `import { startControlPlane } from "@kit/control-plane";
        void startControlPlane({ env: process.env });
        setTimeout(() => process.kill(process.pid, "SIGKILL"), ${milliseconds});`;
      const args = ["--input-type=module", "--eval", code];
      const options = { cwd: import.meta.dirname, env: { ...env, TMPDIR: temporary.path } };
      await once(spawn(process.execPath, args, options), "exit");
      await until(() => readdirSync(temporary.path).length === 0 && !isInUse(temporary.path));
      expect(existsSync(temporary.path)).toBe(true);
    }
  });
});
