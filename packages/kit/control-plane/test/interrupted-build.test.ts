import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { temporaryDirectory } from "@kit/testing";
import { preparePrograms } from "@kit/control-plane";
import { expect, test } from "vitest";
import { pinOf } from "../src/pins.ts";

// A Go that writes half of what it builds, then waits as long as the file `slow` names the program, then the rest.
const go = `#!/bin/sh
machine=$(dirname "$0")/..
while [ "$1" != -o ]; do shift; done
target=$2
echo '#!/bin/sh' >"$target"
chmod +x "$target"
echo "$target" >"$machine/half"
while grep -q "$(basename "$target")" "$machine/slow"; do sleep 0.02; done
echo 'echo whole' >>"$target"
`;

test("a build that was killed goes on with the program it was at, and half a file is never used", async () => {
  using here = temporaryDirectory({ "bin/go": go, slow: "kube-apiserver\n" });
  chmodSync(`${here.path}/bin/go`, 0o755);
  const env = { PATH: `${here.path}/bin:/usr/bin:/bin`, XDG_CACHE_HOME: `${here.path}/cache` };
  const cached = (): string[] =>
    readdirSync(`${here.path}/cache`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name, parentPath }) => `${parentPath.includes("/.tmp-") ? "unfinished " : ""}${name}`)
      .toSorted();

  const code = `import { preparePrograms } from "@kit/control-plane"; await preparePrograms({ env: process.env });`;
  const args = ["--input-type=module", "--eval", code];
  const child = spawn(process.execPath, args, { cwd: import.meta.dirname, env });
  const isHalf = (): boolean =>
    existsSync(`${here.path}/half`) && readFileSync(`${here.path}/half`, "utf8").includes("/kube-apiserver\n");
  while (!isHalf()) await setTimeout(10);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(cached()).toEqual(["etcd", "kube-apiserver.lock", "unfinished kube-apiserver"]);

  here.write({ slow: "" });
  const told: string[] = [];
  const { programs } = await preparePrograms({ env, onProgress: (message) => told.push(message) });
  expect(told).toEqual([
    "building the control plane with Go, once: about 4 minutes on 2 cores",
    `building kube-apiserver ${pinOf("kube-apiserver").version} (1 of 1)`,
  ]);
  expect(programs.map(({ file }) => readFileSync(file, "utf8"))).toEqual(Array(2).fill("#!/bin/sh\necho whole\n"));
  expect(cached()).toEqual(["etcd", "kube-apiserver"]);
});
