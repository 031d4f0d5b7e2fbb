import { existsSync } from "node:fs";
import { join } from "node:path";
import { exampleSystem, packageJson, runScript, temporaryRepository, type TestDirectory } from "@kit/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const repositoryPolicy = `import { definePolicy, replicated } from "typed-manifests";

export default definePolicy({
  packs: [replicated({ minimum: 3 })],
  severities: { "image-digest": "warning" },
  options: { registries: ["registry.example.com/shop"] },
  exemptions: [{ check: "job-ttl", object: "Job/*", reason: "jobs are read in the morning" }],
});
`;

const policies = `import { definePolicy, labelStandard, replicated, versionFromTag } from "typed-manifests";

export const policy = definePolicy({
  packs: [labelStandard({ labels: ["app", "tier"] }), versionFromTag()],
});

export const refined = definePolicy({
  profile: "development",
  packs: [replicated({ minimum: 1 })],
  severities: { "label-standard": "off", "image-digest": "info" },
  exemptions: [
    { check: "high-uid", object: "Deployment/cart", about: "10", reason: "the image has one user", until: "2099-01-31" },
  ],
});
`;

/** The example system with a policy in each of the three places. */
function files(): Record<string, string> {
  const system = exampleSystem();
  const index = "packages/shop/environments/src/index.ts";
  const environments = system[index]!.replace(/, policy: definePolicy\([^)]*\) \}\);/, ", policy });")
    .replace("import {", 'import { policy, refined } from "./policy.ts";\nimport {')
    .replace("  definePolicy,\n", "")
    .replace('frontendUrl: "http://localhost:3000",', 'frontendUrl: "http://localhost:3000",\n  policy: refined,');
  expect(environments).toContain("policy });");
  return {
    ...system,
    [index]: environments,
    "packages/shop/environments/src/policy.ts": policies,
    "packages/policy/package.json": packageJson("@manifests/policy"),
    "packages/policy/src/index.ts": repositoryPolicy,
  };
}

let repository: TestDirectory;
beforeAll(() => (repository = temporaryRepository(files())));
afterAll(() => repository[Symbol.dispose]());

const policyOf = (...args: readonly string[]) =>
  runScript("check", { cwd: repository.path, args: ["--policy", ...args] });

describe("pnpm check --policy", () => {
  test("says what is in force, and where it was said", async () => {
    expect(await policyOf()).toEqual({
      exitCode: 0,
      stderr: "",
      stdout: `dev, judged as development

  packages/policy/src/index.ts:3, for the repository
    options
      registries: ["registry.example.com/shop"]
    exemptions
      job-ttl of Job/*: jobs are read in the morning

  packages/shop/environments/src/policy.ts:3, for the system
    packs
      labelStandard({ labels: ["app", "tier"] })
      versionFromTag(): version-label off → error

  packages/shop/environments/src/policy.ts:7, for the environment
    profile
      development
    packs
      replicated({ minimum: 1 }): replicas-minimum off → error
    severities
      image-digest off → info
    exemptions
      high-uid of Deployment/cart, about 10, until 2099-01-31: the image has one user

prod, judged as production

  packages/policy/src/index.ts:3, for the repository
    packs
      replicated({ minimum: 3 }): replicas-minimum warning → error
    severities
      image-digest info → warning
    options
      registries: ["registry.example.com/shop"]
    exemptions
      job-ttl of Job/*: jobs are read in the morning

  packages/shop/environments/src/policy.ts:3, for the system
    packs
      labelStandard({ labels: ["app", "tier"] }): label-standard off → error
      versionFromTag(): version-label off → error
`,
    });
  });

  test("as JSON", async () => {
    const { exitCode, stdout } = await policyOf("prod", "--json");
    const byRepository = { level: "repository", file: "packages/policy/src/index.ts", line: 3 };
    const bySystem = { level: "system", file: "packages/shop/environments/src/policy.ts", line: 3 };
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      environments: [
        {
          environment: "prod",
          profile: { value: "production", level: null, file: null, line: null },
          packs: [
            { pack: "replicated", parameters: { minimum: 3 }, ...byRepository },
            { pack: "labelStandard", parameters: { labels: ["app", "tier"] }, ...bySystem },
            { pack: "versionFromTag", parameters: {}, ...bySystem },
          ],
          severities: [
            { check: "label-standard", severity: "error", ordinary: "off", ...bySystem, pack: "labelStandard" },
            { check: "version-label", severity: "error", ordinary: "off", ...bySystem, pack: "versionFromTag" },
            { check: "replicas-minimum", severity: "error", ordinary: "warning", ...byRepository, pack: "replicated" },
            { check: "image-digest", severity: "warning", ordinary: "info", ...byRepository, pack: null },
          ],
          options: [
            { option: "minimumReplicas", value: 3, ...byRepository, pack: "replicated" },
            { option: "registries", value: ["registry.example.com/shop"], ...byRepository, pack: null },
            { option: "requiredLabels", value: ["app", "tier"], ...bySystem, pack: "labelStandard" },
          ],
          exemptions: [
            {
              check: "job-ttl",
              object: "Job/*",
              about: null,
              reason: "jobs are read in the morning",
              until: null,
              ...byRepository,
            },
          ],
        },
      ],
    });
  });

  test("refuses an environment that is not there, and formats that it does not have", async () => {
    expect(await policyOf("test")).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `error[environment-unknown]: no environment is called "test"
  where:  the command's arguments
  to fix: the environments are: dev, prod
`,
    });
    expect(await policyOf("--format", "sarif")).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `error[argument-value]: --format cannot be "sarif" with --policy
  where:  the command's arguments
  to fix: the formats are: text, json
`,
    });
  });

  test("says once what environments share, and that nothing is said", async () => {
    const system = exampleSystem();
    const index = "packages/shop/environments/src/index.ts";
    const plain = system[index]!.replace(/, policy: definePolicy\([^)]*\)/, "").replaceAll(
      '"development"',
      '"production"',
    );
    using bare = temporaryRepository({ ...system, [index]: plain });
    const { stdout } = await runScript("check", { cwd: bare.path, args: ["--policy"] });
    expect(stdout).toBe(
      "dev, prod, judged as production\n\n  nothing is said: every check judges as it ordinarily does\n",
    );
  });
});

describe("a policy from untyped code that is wrong", () => {
  test.for([["build"], ["set-image", "dev", "shop-cart=2"]])(
    "is refused by %s, and nothing is written",
    async (command) => {
      using copy = temporaryRepository({
        ...files(),
        "packages/policy/src/index.ts": untyped(repositoryPolicy.replace('"image-digest"', '"image-diggest"')),
        "packages/shop/environments/src/policy.ts": untyped(policies.replace("versionFromTag()]", "versionFromTag]")),
      });
      const [script = "", ...args] = command;
      expect(await runScript(script, { cwd: copy.path, args })).toEqual({
        exitCode: 2,
        stdout: "",
        stderr: `error[policy-value]: severities: there is no check "image-diggest"
  where:  packages/policy/src/index.ts:4
  to fix: did you mean image-digest?

error[policy-value]: packs[1] is a function, not a rule pack
  where:  packages/shop/environments/src/policy.ts:4
  to fix: write what a pack's function returns, such as replicated({ minimum: 2 })
`,
      });
      expect(existsSync(join(copy.path, "generated"))).toBe(false);
    },
  );

  test("is nothing that definePolicy has not returned", async () => {
    const next = "write definePolicy({ severities: { … }, packs: [ … ] }), say";
    const literal = { ...files(), "packages/policy/src/index.ts": "export default { severities: {} };\n" };
    using ofRepository = temporaryRepository(literal);
    expect(await runScript("check", { cwd: ofRepository.path, args: ["--policy"] })).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `error[policy-value]: the default export is {"severities":{}}, not a policy
  where:  packages/policy/src/index.ts
  to fix: ${next}
`,
    });
    using ofSystem = temporaryRepository({
      ...files(),
      "packages/shop/environments/src/policy.ts": policies.replace("policy = definePolicy(", "policy = ("),
    });
    expect(await runScript("check", { cwd: ofSystem.path, args: ["--policy"] })).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `error[policy-value]: the policy of defineSystem is {"packs":[{"name":"labelStandard","parameters":{"labels":["app","tier"]},"severi…, not a policy
  where:  packages/shop/environments/src/index.ts
  to fix: ${next}
`,
    });
  });
});

function untyped(text: string): string {
  return `// @ts-nocheck\n${text}`;
}
