import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exampleRepository, repositoryRoot, runScript } from "@kit/testing";
import { expect, test } from "vitest";

test("pnpm check --explain prints the check's page", async () => {
  using example = exampleRepository();
  expect(await runScript("check", { cwd: example.path, args: ["--explain", "probe-port"] })).toEqual({
    exitCode: 0,
    stdout: readFileSync(join(repositoryRoot, "docs/checks/probe-port.md"), "utf8"),
    stderr: "",
  });
});

test("pnpm check --explain prints the row of a check whose page is a table", async () => {
  using example = exampleRepository();
  const { exitCode, stdout } = await runScript("check", { cwd: example.path, args: ["--explain", "env-source"] });
  expect(exitCode).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "# env-source

    - finds: An environment variable has no source, two of them, or a value beside one.
    - refused: Pod: \`spec.containers.0.env.1.value: secret\`
    - the API server says: \`\` Pod "web" is invalid: spec.containers[0].env[1].valueFrom: Invalid value: "": may not be specified when \`value\` is not empty \`\`

    A check of the group [api-validity](../checks.md#api-validity) finds what the API server would refuse, and says so with the
    place, the value and what to write instead. Such an error cannot be exempted, and its severity cannot be changed: the
    cluster would refuse the object all the same.
    "
  `);
});
