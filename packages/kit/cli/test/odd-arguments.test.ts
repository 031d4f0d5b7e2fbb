import { exampleSystem, runScript, temporaryRepository, type TestDirectory } from "@kit/testing";
import { afterAll, beforeAll, describe, test } from "vitest";

const isLong = process.env["LONG"] === "1";
const commands = "build drift check review images set-image promote order capacity gitops secrets comment".split(" ");
const odd: readonly (readonly string[])[] = [
  [""],
  ["--"],
  ["x".repeat(5000)],
  ["a\nb\u001b[31m"],
  ["--nope"],
  ["--json", "--json"],
  ["-"],
  ["../../etc"],
  ["*"],
  ["a\\b"],
  ["--format="],
  ["--help=1"],
  ["-h", "-h"],
  ["dev", "dev"],
  ["dev/"],
  ["/dev/null"],
  ["__proto__"],
  ["--constructor"],
  ["--__proto__=1"],
  ["HEAD"],
  ["a..b"],
  ["..."],
  ["dev", "shop-cart="],
  ["dev", "=", "=="],
  ["status", "dev"],
  ["scan"],
  ["template", ""],
  ["--explain", "../../x"],
  ["--max-warnings", "1e9"],
  ["--envs", "dev", "dev"],
  ["--context", ""],
  ["--live"],
];
const all = commands.flatMap((command) => odd.map((args) => [command, args] as const));
// Every one at LONG=1; else each command and each argument some time, by the day.
const day = Math.floor(Date.now() / 86_400_000);
const cases = isLong ? all : commands.slice(0, 6).map((_, at) => all[((day * 6 + at) * 37) % all.length]!);

let repository: TestDirectory;
beforeAll(() => (repository = temporaryRepository(exampleSystem())));
afterAll(() => repository[Symbol.dispose]());

describe.concurrent("odd arguments are not bugs of ours", () => {
  test.for(cases)("%s %j", async ([command, args], { expect }) => {
    const { exitCode, stderr } = await runScript(command, { cwd: repository.path, args });
    expect([0, 1, 2, 3], stderr).toContain(exitCode);
    expect(stderr, "each problem says where, and what to do").toSatisfy(
      (text: string) => exitCode! < 2 || /^(?:error|failure)\[[a-z-]+\]: [^]*\n {2}to \w+: /.test(text),
    );
  });
});
