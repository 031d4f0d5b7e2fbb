import { execFileSync } from "node:child_process";
import {
  exampleSystem,
  plainGit,
  runScript,
  temporaryDirectory,
  temporaryRepository,
  type ScriptResult,
  type TestDirectory,
} from "@kit/testing";
import { actingIn, commandsIn, elementsOf, renderedMarkdown } from "@kit/testing/hostile";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const folder =
  "x\n\n# Approved ![i](x.png) [log in](http:\u2215\u2215evil.example) www.evil.example @octocat\n::error::x\u001B[2J\u202E<b>";
const branch = "feat/@octocat#1-<b>-`x`-www.evil.example-\u202E-|";
const name = "a\u001B]0;TITLE\u0007\n\n::error::x\n##[error]y\u009B31m";

const files = {
  "pnpm-workspace.yaml": "packages:\n  - packages/*/*\n",
  "overlays/dev/kustomization.yaml": "resources: []\n",
  "generated/rendered/dev/configmap-a.yaml": configMap("a", "1"),
};

describe("pnpm check of a file with hostile names", () => {
  const manifests = [
    {
      apiVersion: "apps/v1",
      kind: name,
      metadata: { name, namespace: name, labels: { [name]: name } },
      spec: { replicas: name },
    },
    { apiVersion: "v1", kind: "Service", metadata: { name }, spec: { type: name, [name]: 1 } },
  ]
    .map(asYaml)
    .join("---\n");
  test.for(["text", "json", "sarif"])("as %s", async (format) => {
    using directory = temporaryDirectory({ ...files, ["f\u001B[31m\n::error::g.yaml"]: manifests });
    const result = await runScript("check", {
      cwd: directory.path,
      args: ["--format", format, "f\u001B[31m\n::error::g.yaml"],
    });
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain(String.raw`\n::error::x\n`.slice(format === "text" ? 0 : 2));
    expectHarmless(result);
  });

  test("as annotations: each line is one of ours", async () => {
    using directory = temporaryDirectory({ ...files, "f,line=1::x.yaml": manifests });
    const { stdout, stderr } = await runScript("check", {
      cwd: directory.path,
      args: ["--format", "github", "f,line=1::x.yaml"],
    });
    expect(actingIn(stdout)).toEqual([]);
    expect(stderr).toBe("");
    const [sums, ...lines] = stdout.trim().split("\n").toReversed();
    expect(sums).toMatch(/^\d+ errors, \d+ warnings, \d+ notes$/);
    const own = /^::(?:error|warning|notice) file=f%2Cline=1%3A%3Ax\.yaml,line=\d+,col=\d+,title=[^:,]+::/;
    expect(lines.filter((line) => !own.test(line))).toEqual([]);
  });
});

describe("pnpm review of hostile folders, files and branches", () => {
  const harmless = "x";
  // A review writes nothing: all are of one.
  let hostile: TestDirectory;
  beforeAll(() => {
    hostile = changedRepository(folder, branch);
  });
  afterAll(() => hostile[Symbol.dispose]());

  test.for(["text", "markdown", "html", "sarif", "json"])("as %s", async (format) => {
    const result = await runScript("review", { cwd: hostile.path, args: ["--format", format, `main..${branch}`] });
    expect(result.exitCode).toBe(0);
    // SARIF has what is risky only.
    expect(result.stdout.includes("Approved")).toBe(format !== "sarif");
    expectHarmless(result);
    if (format !== "markdown") return;
    using plain = changedRepository(harmless, "feature");
    const expected = await runScript("review", { cwd: plain.path, args: ["--format", format, "main..feature"] });
    expect(elementsOf(renderedMarkdown(result.stdout))).toEqual(elementsOf(renderedMarkdown(expected.stdout)));
  });

  test("of two files, where nothing changes", async () => {
    using directory = temporaryDirectory({ ...files, "a\n# b.yaml": configMap("a", "1") });
    const args = ["--format", "markdown", "a\n# b.yaml", "a\n# b.yaml"];
    const { stdout } = await runScript("review", { cwd: directory.path, args });
    expect(stdout).toBe("nothing changes from a\\\\n#&#8288; b.yaml to a\\\\n#&#8288; b.yaml\n");
  });
});

describe("of hostile tags and names", () => {
  const cases = [
    ["images", []],
    ["images", ["--json"]],
    ["order", ["dev"]],
    ["order", ["dev", "--mermaid"]],
    ["order", ["dev", "--json"]],
    ["set-image", ["dev", "shop-cart=2.0.0", "--dry-run"]],
  ] as const;
  // None of them writes.
  let directory: TestDirectory;
  beforeAll(() => {
    const images = [{ name: "shop-cart", newTag: "1\u001B[2J\n::error::x" }];
    directory = repository(
      temporaryRepository({
        ...exampleSystem(),
        "overlays/dev/kustomization.yaml": JSON.stringify({ images }),
        "generated/rendered/dev/configmap-a.yaml": configMap(name, "1"),
        "generated/rendered/prod/configmap-a.yaml": configMap("a", "1"),
      }),
    );
  });
  afterAll(() => directory[Symbol.dispose]());

  test.for(cases)("pnpm %s %j", async ([command, args]) => {
    const result = await runScript(command, { cwd: directory.path, args });
    expect(result.stdout + result.stderr).toMatch(/\\u001b|#92;u001b/);
    expectHarmless(result);
  });
});

describe("a message about a hostile argument, package or document", () => {
  const cases: readonly (readonly [string, string, readonly string[], Readonly<Record<string, string>>])[] = [
    ["a format", "check", ["--format", name], {}],
    ["an option", "check", [`--${name}`], {}],
    ["an environment", "check", [name], {}],
    ["a ref", "review", [name], {}],
    ["two refs", "review", [`${name}..HEAD`], {}],
    ["a file", "review", [`${name}.yaml`, "b"], {}],
    ["a check", "check", ["--explain", name], {}],
    ["a rendered document", "check", ["dev"], { [`generated/rendered/dev/${name}.yaml`]: "a: [\n" }],
    ["an image", "set-image", ["dev", `${name}=${name}`], {}],
    [
      "folders of a package and of a system",
      "build",
      [],
      { [`packages/shop/${name}/package.json`]: "{}", [`packages/${name}/cart/package.json`]: "{}" },
    ],
  ];
  test.for(cases)("%s", async ([, command, args, more]) => {
    using directory = repository(temporaryRepository({ ...files, ...exampleSystem(), ...more }));
    const result = await runScript(command, { cwd: directory.path, args });
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain(String.raw`\u001b`);
    expectHarmless(result);
    // A name that ended its line would begin the next.
    expect(result.stderr.split("\n").filter((line) => /^\s*(?:\\u003a|::|\\u0023|##)/.test(line))).toEqual([]);
  });
});

function expectHarmless({ stdout, stderr }: ScriptResult): void {
  expect(actingIn(stdout + stderr)).toEqual([]);
  expect(commandsIn(stdout + stderr)).toEqual([]);
}

function configMap(own: string, value: string): string {
  return asYaml({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: own }, data: { a: value } });
}

/** As JSON, with what YAML does not have unescaped. */
function asYaml(data: object): string {
  return `${JSON.stringify(data).replaceAll("\u009B", String.raw`\u009b`)}\n`;
}

/** A repository whose branch changes an object in the environment and adds one in a folder. */
function changedRepository(environment: string, feature: string): TestDirectory {
  const directory = repository(temporaryDirectory(files));
  git(directory, "checkout", "--quiet", "-b", feature);
  directory.write({
    "generated/rendered/dev/configmap-a.yaml": configMap("a", "2"),
    [`generated/rendered/${environment}/${environment === "x" ? "x" : "y\n# Approved"}.yaml`]: configMap("b", "1"),
  });
  git(directory, "add", "--all");
  git(directory, "commit", "--quiet", "--message", "Change");
  return directory;
}

function repository(directory: TestDirectory): TestDirectory {
  git(directory, "init", "--quiet", "--initial-branch", "main");
  git(directory, "add", "--all");
  git(directory, "commit", "--quiet", "--message", "Begin");
  return directory;
}

function git(directory: TestDirectory, ...args: readonly string[]): void {
  execFileSync("git", args, { cwd: directory.path, stdio: "ignore", env: { ...process.env, ...plainGit } });
}
