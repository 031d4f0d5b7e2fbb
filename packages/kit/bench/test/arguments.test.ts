import { repositoryRoot, runScript } from "@kit/testing";
import { expect, test } from "vitest";

const refused = async (...args: string[]) => runScript("bench", { cwd: repositoryRoot, args });

test("a size that is not a number", async () => {
  expect(await refused("--services", "10,many")).toEqual({
    exitCode: 2,
    stdout: "",
    stderr: `error[argument-value]: --services takes whole numbers from 1 to 9999, got "many"
  where:  the command's arguments
  to fix: write numbers with commas between them, such as --services 10,100
`,
  });
});

test("an option that does not exist", async () => {
  expect(await refused("--service", "10")).toEqual({
    exitCode: 2,
    stdout: "",
    stderr: `error[argument-unknown]: Unknown option '--service'
  where:  the command's arguments
  to fix: the options are: --services, --json, --help. Did you mean --services?
`,
  });
});

test("an argument without an option", async () => {
  expect(await refused("100")).toEqual({
    exitCode: 2,
    stdout: "",
    stderr: `error[argument-unknown]: Unexpected argument '100'
  where:  the command's arguments
  to fix: the options are: --services, --json, --help
`,
  });
});
