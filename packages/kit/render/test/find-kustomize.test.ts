import { chmodSync } from "node:fs";
import { temporaryDirectory, type TestDirectory } from "@kit/testing";
import { describe, expect, test } from "vitest";
import { describeEngine, findKustomize } from "../src/index.ts";

/** Programs that only answer what version they are, which is all that finding an engine asks. */
function programs(answers: Record<string, string>): TestDirectory {
  const directory = temporaryDirectory();
  for (const [name, answer] of Object.entries(answers)) {
    directory.write({ [name]: `#!/bin/sh\ncat <<'EOF'\n${answer}\nEOF\n` });
    chmodSync(`${directory.path}/${name}`, 0o755);
  }
  return directory;
}

const kubectl = (version: string): string =>
  `{ "clientVersion": { "gitVersion": "v1.32.4" }, "kustomizeVersion": "${version}" }`;
const withTools = (path: string): string => `${path}:/usr/bin:/bin`;

async function messageOf(env: NodeJS.ProcessEnv, directory: string): Promise<string> {
  const engine = await findKustomize({ env }).catch((error: Error) => error.message);
  return (typeof engine === "string" ? engine : `found ${describeEngine(engine)}`).replaceAll(directory, "<bin>");
}

describe("findKustomize", () => {
  test("takes $KUSTOMIZE before all else", async () => {
    using bin = programs({ mine: "v5.8.1", kustomize: "v5.6.0", kubectl: kubectl("v5.5.0") });
    const env = { PATH: withTools(bin.path), KUSTOMIZE: `${bin.path}/mine` };
    expect(await messageOf(env, bin.path)).toBe("found kustomize 5.8.1 ($KUSTOMIZE)");
  });

  test("then kustomize on PATH", async () => {
    using bin = programs({ kustomize: "v5.6.0", kubectl: kubectl("v5.5.0") });
    expect(await messageOf({ PATH: withTools(bin.path) }, bin.path)).toBe("found kustomize 5.6.0 (kustomize on PATH)");
  });

  test("then kubectl", async () => {
    using bin = programs({ kubectl: kubectl("v5.5.0") });
    expect(await messageOf({ PATH: withTools(bin.path) }, bin.path)).toBe("found kustomize 5.5.0 (kubectl kustomize)");
  });

  test.for(["{Version:kustomize/v5.4.2 GitCommit:abc BuildDate:2024}", "5.4.2", "v5.4.2"])(
    "understands %s",
    async (answer) => {
      using bin = programs({ kustomize: answer });
      expect(await messageOf({ PATH: withTools(bin.path) }, bin.path)).toBe(
        "found kustomize 5.4.2 (kustomize on PATH)",
      );
    },
  );

  test("refuses a version that is too old, and does not look further", async () => {
    using bin = programs({ kustomize: "v5.3.0", kubectl: kubectl("v5.5.0") });
    expect(await messageOf({ PATH: withTools(bin.path) }, bin.path)).toMatchInlineSnapshot(`
      "error[kustomize-too-old]: kustomize on PATH is kustomize 5.3.0, and 5.4 or newer is needed
        where:  <bin>/kustomize
        to fix: install kustomize 5.4 or newer, or set KUSTOMIZE to the path of one"
    `);
  });

  test("refuses an old kubectl", async () => {
    using bin = programs({ kubectl: kubectl("v5.0.4-0.20230601165947-6ce0bf390ce3") });
    expect(await messageOf({ PATH: withTools(bin.path) }, bin.path)).toMatchInlineSnapshot(`
      "error[kustomize-too-old]: kubectl kustomize is kustomize 5.0.4, and 5.4 or newer is needed
        where:  <bin>/kubectl
        to fix: install kustomize 5.4 or newer, or set KUSTOMIZE to the path of one"
    `);
  });

  test("refuses one that does not say its version", async () => {
    using bin = programs({ kustomize: "(devel)" });
    expect(await messageOf({ PATH: withTools(bin.path) }, bin.path)).toMatchInlineSnapshot(`
      "error[kustomize-too-old]: kustomize on PATH does not say which version it is
        where:  <bin>/kustomize
        to fix: install kustomize 5.4 or newer, or set KUSTOMIZE to the path of one; released builds say it"
    `);
  });

  test("says when $KUSTOMIZE is not a program", async () => {
    expect(await messageOf({ PATH: "", KUSTOMIZE: "/nowhere/kustomize" }, "<none>")).toMatchInlineSnapshot(`
      "error[kustomize-missing]: $KUSTOMIZE names "/nowhere/kustomize", which is not a program that can run
        where:  the environment variable KUSTOMIZE
        to fix: set it to the path of a kustomize 5.4 or newer, or unset it"
    `);
  });

  test("says what to install when there is nothing", async () => {
    using bin = programs({});
    expect(await messageOf({ PATH: bin.path }, bin.path)).toMatchInlineSnapshot(`
      "error[kustomize-missing]: no kustomize: neither $KUSTOMIZE, nor kustomize, kubectl or go on PATH
        where:  PATH
        to fix: install one of them: kustomize 5.4 or newer (https://kubectl.docs.kubernetes.io/installation/kustomize/),
                kubectl 1.31 or newer (it contains kustomize), or Go 1.24 or newer (the build then makes its own kustomize)"
    `);
  });
});
