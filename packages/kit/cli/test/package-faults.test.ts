import { exampleSystem, runScript, temporaryRepository, type ScriptResult } from "@kit/testing";
import { describe, expect, test } from "vitest";

const cart = "packages/shop/cart/src/index.ts";

/** Long enough for a timer to be first. */
const wait = "await new Promise((resolve) => setTimeout(resolve, 1000));";

/** Runs a command where a package also does what is given, as its last or first lines. */
async function runWith(command: string, code: string, first = ""): Promise<ScriptResult> {
  using repository = temporaryRepository({
    ...exampleSystem(),
    [cart]: `// @ts-nocheck\n${first}\n${exampleSystem()[cart]}${code}\n`,
  });
  return await runScript(command, { cwd: repository.path });
}

describe.concurrent("the end is the command's own, whatever a package calls", () => {
  test.for([
    ["check", "process.exit(0);", "process.exit", 9],
    ["build", "process.reallyExit(0);", "process.reallyExit", 9],
    ["drift", "process.abort();", "process.abort", 9],
    ["check", 'process.execve("/bin/true", ["true"]);', "process.execve", 9],
    ["check", "setTimeout(() => process.exit(), 1);", "process.exit", 26],
    ["check", 'process.on("exit", () => process.exit(0)); process.exit(0);', "process.exit", 52],
  ] as const)("%s: %s", async ([command, code, how, column], { expect }) => {
    expect(await runWith(command, wait, code)).toEqual({ exitCode: 2, stdout: "", stderr: ended(how, column) });
  });

  test("an exit code that it sets changes nothing", async ({ expect }) => {
    const code = 'process.exitCode = 0; process.on("exit", () => { process.exitCode = 0; }); throw new Error("boom");';
    expect(await runWith("check", code)).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `error[package-threw]: importing the package threw Error: boom
  where:  packages/shop/cart/src/index.ts:33:82
  to fix: correct what throws there
`,
    });
  });

  test("a signal that it sends ends it as any other", async ({ expect }) => {
    const code = 'process.kill(process.pid, "SIGTERM"); await new Promise(() => setInterval(() => {}, 1000));';
    expect(await runWith("check", code)).toEqual({ exitCode: 143, stdout: "", stderr: "" });
  });
});

describe.concurrent("whatever a package throws is told", () => {
  const there = "correct what throws there";
  const late = "correct what throws there: it is in a timer, or in a promise that nobody waits for";
  const never = "correct the `await` at the top of its modules: a package is there at once";
  const somewhere = "a package, or what it depends on";

  test.for([
    ["throw 'text';", 'importing the package threw "text"', cart, there],
    ["throw null;", "importing the package threw null", cart, there],
    ["throw Object.create(null);", "importing the package threw something that cannot even be shown", cart, there],
    [
      "await new Promise(() => {});",
      "importing the package never ends: it waits for something that does not come",
      cart,
      never,
    ],
    ["setTimeout(() => { throw null; });", "a package threw null", somewhere, late],
    ['setTimeout(() => { throw new Error("late"); });', "a package threw Error: late", `${cart}:2:26`, late],
    ['Promise.reject(new TypeError("no"));', "a package threw TypeError: no", `${cart}:2:16`, late],
    [
      'process.removeAllListeners("uncaughtException"); process.removeAllListeners("exit"); Promise.reject(1);',
      undefined,
      somewhere,
      undefined,
    ],
  ] as const)("%s", async ([code, what, where, next], { expect }) => {
    const { exitCode, stdout, stderr } = await runWith("check", wait, code);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    if (what === undefined) expect(stderr).toContain("error[package-ended]: a package ended the command");
    else expect(stderr).toBe(threw(what, where, next));
  });

  test.for([
    ["configure: (env) =>", "configure: async (env) =>"],
    ["configure: (env) => [", "configure: (env) => void ["],
    ["resources: [config, deployment, service],", 'get resources() { throw new Error("got"); },'],
    ["FRONTEND_URL: env.frontendUrl", "get FRONTEND_URL() { throw null; }"],
    [
      "export default defineService<ShopEnvironment>({",
      "export default new Proxy({}, { get(_, key) { throw key; } }); void ({",
    ],
    ["replicas: 2", "replicas: (() => { const own = {}; own.own = own; return own; })()"],
    ["const deployment", "config.data = {}; config.data.own = config; const deployment"],
    ["env.frontendUrl", '"x".repeat(30 * 2 ** 20)'],
  ] as const)("%s becomes %s", async ([from, to], { expect }) => {
    const text = exampleSystem()[cart]!;
    expect(text).toContain(from);
    using repository = temporaryRepository({
      ...exampleSystem(),
      "overlays/prod/kustomization.yaml": "",
      [cart]: `// @ts-nocheck\n${text.replace(from, () => to)}`,
    });
    const { exitCode, stdout, stderr } = await runScript("build", { cwd: repository.path });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr.split("\n\n")[0]).toMatchSnapshot();
  });
});

test("what a package prints goes to stderr with its name, and what it leaves open holds nobody up", async () => {
  const code = `
import { createServer } from "node:net";
createServer().listen(0);
setInterval(() => {}, 1000);
console.log("one\\ntwo");
process.stdout.write("three ");
process.stdout.write(Buffer.from("four"));
console.error("\\u001b[31mfive\\u001b[0m");
process.stderr.write("six", () => console.log(" seven"));
`;
  const { exitCode, stdout, stderr } = await runWith("build", code);
  expect({ exitCode, stdout: stdout.replaceAll(/\d+\.\d+\.\d+ \(.*?\)|\d+ (?=checks|notes|written)/g, "…") }).toEqual({
    exitCode: 0,
    stdout: `generated/: …written, 0 removed, 0 unchanged
rendered by kustomize …:
  dev: 3 objects
  prod: 3 objects
checked: 2 environments, 6 objects, …checks: 0 errors, 0 warnings, …notes
`,
  });
  expect(stderr.split("\n").toSorted()).toEqual([
    "",
    "packages/shop/cart: five",
    "packages/shop/cart: one",
    "packages/shop/cart: six",
    "packages/shop/cart: three four seven",
    "packages/shop/cart: two",
  ]);
});

test("a result that cannot be printed is not a success", async () => {
  using repository = temporaryRepository(exampleSystem());
  const { exitCode, stderr } = await runScript("check", {
    cwd: repository.path,
    args: ["--help"],
    stdout: "/dev/full",
  });
  expect({ exitCode, stderr }).toEqual({
    exitCode: 3,
    stderr: `failure[output-failed]: standard output cannot be written: ENOSPC
  to fix: write it elsewhere, or free some space
`,
  });
});

function ended(how: string, column: number): string {
  return `error[package-ended]: a package ended the command before it was done: ${how}
  where:  packages/shop/cart/src/index.ts:2:${column}
  to fix: take that out: a package says what is deployed, and leaves the rest to the command
`;
}

function threw(what: string, where: string, next: string): string {
  return `error[package-threw]: ${what}\n  where:  ${where}\n  to fix: ${next}\n`;
}
