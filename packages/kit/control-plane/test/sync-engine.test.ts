import { chmodSync } from "node:fs";
import { prepareSyncEngine } from "@kit/control-plane";
import { temporaryDirectory, type TestDirectory } from "@kit/testing";
import { expect, test } from "vitest";

/** The engine's version, or the error, then what was told meanwhile; PATH is `bin` alone. */
async function prepared({ path }: TestDirectory): Promise<string[]> {
  const told: string[] = [];
  const env = { PATH: `${path}/bin`, XDG_CACHE_HOME: `${path}/cache` };
  const line = await prepareSyncEngine({ env, onProgress: (message) => told.push(message) }).then(
    ({ version }) => version,
    (error: Error) => error.message,
  );
  return [line, ...told].map((text) => text.replaceAll(path, "<machine>"));
}

/** A Go that does this. `$target` is the file that it is to build. */
function withGo(directory: TestDirectory, does: string): void {
  const target = 'while [ "$1" != -o ]; do shift; done; target=$2';
  directory.write({ "bin/go": `#!/bin/sh\n${target}\n${does}\n` });
  chmodSync(`${directory.path}/bin/go`, 0o755);
}

test("without Go it says what to do", async () => {
  using here = temporaryDirectory();
  expect(await prepared(here)).toMatchInlineSnapshot(`
    [
      "error[control-plane-missing]: the sync engine of Argo CD was not built here yet, and there is no Go to build it
      where:  PATH
      to fix: install Go 1.24 or newer (https://go.dev/dl/): it is then built once, in two minutes",
    ]
  `);
});

test("it is built once, then there also without Go", async () => {
  using here = temporaryDirectory();
  withGo(here, 'printf "#!/bin/sh" >"$target"; /bin/chmod +x "$target"');
  expect(await prepared(here)).toMatchInlineSnapshot(`
    [
      "0.7.3",
      "building the sync engine with Go, once: about 2 minutes on 2 cores",
      "building sync-engine 0.7.3 (1 of 1)",
    ]
  `);
  withGo(here, "exit 1");
  expect(await prepared(here)).toEqual(["0.7.3"]);
});

test("what Go says is passed on where it cannot build", async () => {
  using here = temporaryDirectory();
  withGo(here, "echo no such package >&2; exit 1");
  expect(await prepared(here)).toMatchInlineSnapshot(`
    [
      "failure[subprocess-failed]: Go could not build sync-engine 0.7.3:
    no such package
      to fix: correct what Go says (Go 1.24.0 or newer is needed), then start again: it goes on with this program",
      "building the sync engine with Go, once: about 2 minutes on 2 cores",
      "building sync-engine 0.7.3 (1 of 1)",
    ]
  `);
});
