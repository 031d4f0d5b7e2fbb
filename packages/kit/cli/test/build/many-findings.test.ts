import {
  exampleOverlay,
  exampleService,
  exampleSystem,
  packageJson,
  runScript,
  temporaryRepository,
} from "@kit/testing";
import { expect, test } from "vitest";

const ids = Array.from({ length: 14 }, (_, at) => `prod-${at}`);
const services = ["cart", "catalog", "checkout", "offers"];

/** A system of many environments, which are all judged as production without being ready for it. */
function manyEnvironments(): Record<string, string> {
  const files = exampleSystem();
  const { ["packages/shop/environments/src/index.ts"]: text = "", ...others } = Object.fromEntries(
    Object.entries(files).filter(([path]) => !path.startsWith("overlays/")),
  );
  const start = text.indexOf("const dev =");
  const environments = ids.map(
    (id) => `  defineEnvironment<ShopEnvironment>({
    id: "${id}", environment: "production", namespace: "${id}", cluster, frontendUrl: "https://${id}.example.com",
  }),`,
  );
  const source = `${text.slice(0, start)}const environments = [\n${environments.join("\n")}\n];
export default defineSystem({ schema, environments });
`.replace("  definePolicy,\n", "");
  return {
    ...others,
    "packages/shop/environments/src/index.ts": source,
    ...Object.fromEntries(
      services.flatMap((name) => [
        [`packages/shop/${name}/package.json`, packageJson(`@shop/${name}`)],
        [`packages/shop/${name}/src/index.ts`, exampleService(name)],
      ]),
    ),
    ...Object.fromEntries(ids.map((id) => [`overlays/${id}/kustomization.yaml`, exampleOverlay(id, services)])),
  };
}

test("a build that finds much prints 60 lines at most, and where the rest is", async () => {
  using repository = temporaryRepository(manyEnvironments());
  const { exitCode, stdout, stderr } = await runScript("build", { cwd: repository.path });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  const lines = stdout
    .replace(/^rendered by .*$/m, "rendered by …")
    .split("\n")
    .slice(0, -1);
  expect(lines.length).toBeLessThanOrEqual(60);
  expect(lines.slice(0, 13)).toMatchInlineSnapshot(`
    [
      "generated/: 324 written, 0 removed, 0 unchanged",
      "rendered by …",
      "  prod-0: 12 objects",
      "  prod-1: 12 objects",
      "  prod-2: 12 objects",
      "  prod-3: 12 objects",
      "  prod-4: 12 objects",
      "  prod-5: 12 objects",
      "  prod-6: 12 objects",
      "  prod-7: 12 objects",
      "  prod-8: 12 objects",
      "  prod-9: 12 objects",
      "  and 4 more: 168 objects in all, in generated/rendered",
    ]
  `);
  expect(lines.slice(-4).map((line) => line.replaceAll(/\d[\d,]*/g, "n"))).toMatchInlineSnapshot(`
    [
      "",
      "and n more: \`pnpm check\` shows more, \`pnpm check --all\` everything",
      "warnings: probes-required n pdb-missing n network-policy-missing n service-account-token n resources-missing n pss-privilege-escalation n pss-capabilities-restricted n readonly-rootfs n and n more checks",
      "checked: n environments, n objects, n checks: n errors, n warnings, n notes",
    ]
  `);
  expect(stdout).toContain("warning");
  const { stdout: all } = await runScript("check", { cwd: repository.path, args: ["--format", "compact"] });
  const found = Number(/, (\d+) warnings/.exec(stdout)![1]);
  expect(all.split("\n")).toHaveLength(found + 2);
});
