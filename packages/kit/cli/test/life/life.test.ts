import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import {
  exampleRepository,
  exampleService,
  exampleSystem,
  installedRepository,
  kitLinks,
  packageJson,
  runScript,
  temporaryRepository,
} from "@kit/testing";
import { expect, test } from "vitest";

/** A repository that git knows, with a git that knows nothing of the user's settings. */
function committed(repository: ReturnType<typeof exampleRepository>) {
  const settings = ["user.name=a", "user.email=a@example.com", "core.hooksPath=/dev/null", "commit.gpgsign=false"];
  const git = (...args: readonly string[]): string =>
    execFileSync("git", [...settings.flatMap((one) => ["-c", one]), ...args], {
      cwd: repository.path,
      encoding: "utf8",
    });
  repository.write({ ".gitignore": "node_modules\n*.env\n" });
  git("init", "--quiet", "--initial-branch", "main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "Begin");
  const run = (name: string, ...args: readonly string[]) => runScript(name, { cwd: repository.path, args });
  return { git, run, [Symbol.dispose]: () => repository[Symbol.dispose]() };
}

/** The parts about syncs of what a command or a review prints, of which a review has another order: risk first. */
function syncsIn(text: string): string[] {
  return (text.match(/^ {2}a sync\n(?: {4}.*\n)+/gm) ?? []).toSorted();
}

test("nothing is written before somebody has said yes", async () => {
  using repository = committed(exampleRepository());
  const { exitCode, stdout, stderr } = await repository.run("rename", "service", "shop/chat", "talk", "--objects");
  expect(stdout).toMatchSnapshot();
  expect(stderr).toBe(`building a copy with the change …
error[not-confirmed]: stopped before it would rename the service shop/chat to talk: nothing was written
  where:  there is no terminal to ask at
  to fix: add --yes
`);
  expect(exitCode).toBe(2);
  expect(repository.git("status", "--short")).toBe("");
});

test("a service is deleted whole, and review says the same of it", async () => {
  using repository = committed(exampleRepository());
  const { exitCode, stdout, stderr } = await repository.run("delete", "service", "shop/chat", "--yes");
  expect(stdout).toMatchSnapshot();
  expect(stderr).toBe("building a copy with the change …\ndone, with generated/: read the diff, and commit it\n");
  expect(exitCode).toBe(0);
  const reviewed = await repository.run("review", "HEAD");
  expect(syncsIn(reviewed.stdout)).toEqual(syncsIn(stdout));
  expect(syncsIn(stdout)).toHaveLength(2);
  expect((await repository.run("drift")).exitCode).toBe(0);
});

test("an environment gets another id, and review says the same of it", async () => {
  using repository = committed(exampleRepository());
  const { exitCode, stdout } = await repository.run("rename", "environment", "prod", "shop/production", "--yes");
  expect(stdout).toMatchSnapshot();
  expect(exitCode).toBe(0);
  const reviewed = await repository.run("review", "HEAD");
  expect(syncsIn(reviewed.stdout)).toEqual(syncsIn(stdout));
  expect(syncsIn(stdout)).toHaveLength(2);
  expect((await repository.run("drift")).exitCode).toBe(0);
});

test("a system leaves with its environments, and what runs stays", async () => {
  using repository = committed(exampleRepository());
  const { exitCode, stdout } = await repository.run("delete", "system", "stall", "--yes");
  expect(stdout).toMatchSnapshot();
  expect(exitCode).toBe(0);
  expect(repository.git("status", "--short", "packages", "overlays")).not.toContain("??");
});

test("a service goes to another system with what its environments set", async () => {
  using repository = committed(
    temporaryRepository({
      ...exampleSystem(),
      "packages/shop/mailer/package.json": packageJson("@shop/mailer"),
      "packages/shop/mailer/src/index.ts": exampleService("mailer"),
      ...Object.fromEntries(
        ["dev", "prod"].map((id) => [`overlays/${id}/kustomization.yaml`, overlay("shop", id, ["cart", "mailer"])]),
      ),
      ...stall(),
    }),
  );
  expect((await repository.run("build")).stderr).toBe("");
  const { exitCode, stdout, stderr } = await repository.run("move", "service", "mailer", "stall", "--yes");
  expect(stdout).toMatchSnapshot();
  expect(stderr).toBe("building a copy with the change …\ndone, with generated/: read the diff, and commit it\n");
  expect(exitCode).toBe(0);
});

/** A system like `shop`, beside it. */
function stall(): Record<string, string> {
  const files = Object.entries(exampleSystem()).filter(([path]) => path.startsWith("packages/"));
  return {
    ...Object.fromEntries(
      files.map(([path, text]) => [
        path.replace("packages/shop/cart", "packages/stall/page").replace("packages/shop", "packages/stall"),
        text
          .replaceAll("@shop/cart", "@stall/page")
          .replaceAll("shop", "stall")
          .replaceAll("Shop", "Stall")
          .replaceAll("cart", "page")
          .replaceAll(/"(dev|prod)"/g, '"stall/$1"')
          .replaceAll(/namespace: "stall\//g, 'namespace: "stall-'),
      ]),
    ),
    ...Object.fromEntries(
      ["dev", "prod"].map((id) => [
        `overlays/stall/${id}/kustomization.yaml`,
        overlay("stall", `stall/${id}`, ["page"]),
      ]),
    ),
  };
}

function overlay(system: string, id: string, services: readonly string[]): string {
  const up = "../".repeat(id.split("/").length + 1);
  const images = services.flatMap((service) => [`  - name: ${system}-${service}`, '    newTag: "1.0.0"']);
  const bases = services.map((service) => `  - ${up}generated/bases/${system}/${service}`);
  return [
    "resources:",
    ...bases,
    "components:",
    `  - ${up}generated/environments/${id}`,
    "images:",
    ...images,
    "",
  ].join("\n");
}

test("what git could not bring back is not removed", async () => {
  using own = exampleRepository();
  using repository = committed(own);
  own.write({
    "packages/shop/chat/src/index.ts": "// mine\n",
    "packages/shop/chat/notes.md": "mine\n",
    "packages/shop/chat/dev.env": "A=1\n",
  });
  repository.git("checkout", "--quiet", "packages/shop/chat/src/index.ts");
  const { exitCode, stdout, stderr } = await repository.run("delete", "service", "shop/chat", "--yes");
  expect({ exitCode, stdout, stderr }).toEqual({
    exitCode: 2,
    stdout: "",
    stderr: `error[removal-dirty]: packages/shop/chat/notes.md has changes that are not committed, and they would be lost
  where:  packages/shop/chat/notes.md
  to fix: commit them first, or undo them with \`git checkout\`; nothing was written

error[removal-dirty]: packages/shop/chat/dev.env is ignored by git, and would be lost
  where:  packages/shop/chat/dev.env
  to fix: move it away, or delete it, then start again; nothing was written
`,
  });
  expect(repository.git("status", "--short")).toBe("?? packages/shop/chat/notes.md\n");
});

test("what would not build is not done, and the build says why", async () => {
  using repository = committed(exampleRepository());
  const { exitCode, stdout, stderr } = await repository.run("move", "service", "shop/chat", "stall", "--yes");
  expect(stdout).toBe("");
  expect(stderr).toMatch(
    /^building a copy with the change …\nerror\[change-not-built\]: the repository would not build with the change\. Its build says:\n {2}error\[does-not-compile\]: TypeScript does not compile:\n {2}packages\/stall\/chat\/src\/index\.ts\(\d+,\d+\): error TS2614: Module '"@stall\/environments"' has no exported member 'appSecrets'/,
  );
  expect(exitCode).toBe(2);
  expect(repository.git("status", "--short")).toBe("");
});

test.each([
  [
    "delete",
    [],
    "error[argument-missing]: pnpm delete needs to know what to delete\n  where:  the command's arguments\n  to fix: write one of service, environment, system\n",
  ],
  [
    "rename",
    ["servce"],
    'error[argument-value]: pnpm rename cannot rename "servce"\n  where:  the command\'s arguments\n  to fix: write one of service, environment, system. Did you mean service?\n',
  ],
  [
    "move",
    ["service", "cart"],
    "error[argument-missing]: no system is named\n  where:  the command's arguments\n  to fix: write `pnpm move service <service> <system>`\n",
  ],
  [
    "delete",
    ["system", "shop", "stall"],
    "error[argument-unknown]: Unexpected argument 'stall'\n  where:  the command's arguments\n  to fix: write `pnpm delete system <system>`\n",
  ],
  [
    "rename",
    ["system", "shop", "store", "--objects"],
    "error[argument-value]: --objects is for services\n  where:  the command's arguments\n  to fix: leave it out: objects keep their names\n",
  ],
])("%s %j is refused", async (name, args, message) => {
  using repository = temporaryRepository({});
  const { exitCode, stderr } = await runScript(name, { cwd: repository.path, args });
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: message });
});

test("where pnpm installs, packages are linked anew, and what tools have left goes", async () => {
  using own = installedRepository(exampleSystemOf(kitLinks));
  execFileSync("pnpm", ["install", "--no-frozen-lockfile", "--offline"], { cwd: own.path, stdio: "ignore" });
  expect((await runScript("build", { cwd: own.path })).exitCode).toBe(0);
  using repository = committed(own);
  const { exitCode, stderr } = await repository.run("rename", "system", "shop", "store", "--yes");
  expect(stderr).toBe(`building a copy with the change …
change by hand what still names it: CODEOWNERS, lines 1, 3
pnpm install …
done, with generated/: read the diff, and commit it
`);
  expect(exitCode).toBe(0);
  expect(readdirSync(join(own.path, "packages"))).toEqual(["store"]);
  expect((await repository.run("drift")).exitCode).toBe(0);
});

/** The small system as pnpm has it: its service imports the environments by their name, and depends on them. */
function exampleSystemOf(dependencies: Readonly<Record<string, string>>): Record<string, string> {
  const files = exampleSystem();
  const service = files["packages/shop/cart/src/index.ts"]!.replace(
    "../../environments/src/index.ts",
    "@shop/environments",
  );
  const packageOf = (name: string, more: Readonly<Record<string, string>>): string =>
    JSON.stringify({ ...(JSON.parse(packageJson(name)) as object), dependencies: { ...dependencies, ...more } });
  return {
    ...files,
    CODEOWNERS: "packages/shop/ @shop/owners\npackages/shopping/ @others\noverlays/ @shop/owners\n",
    "packages/shop/cart/src/index.ts": service,
    "packages/shop/cart/package.json": packageOf("@shop/cart", { "@shop/environments": "workspace:*" }),
    "packages/shop/environments/package.json": packageOf("@shop/environments", {}),
  };
}
