import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { exampleSystem, filesBelow, madeSecrets, runScript, temporaryRepository } from "@kit/testing";
import { expect, test } from "vitest";

const cart = "packages/shop/cart/src/index.ts";
const environments = "packages/shop/environments/src/index.ts";
const overlay = "overlays/dev/kustomization.yaml";
const [token, key] = ["a GitHub token", "a random key"].map((kind) => madeSecrets(6).find((one) => one.kind === kind)!);

/** The example with secrets in the places where a build must find them. */
function withSecrets(): Record<string, string> {
  const system = exampleSystem();
  const config = system[cart]!.replace(
    '-config", labels } });',
    `-config", labels }, data: { GREETING: "${token!.value}", SESSION_SECRET: "${key!.value}" } });`,
  );
  return { ...system, [cart]: config, [overlay]: `${system[overlay]}# ${token!.value}\n` };
}

test("a build refuses secrets, leaves nothing of them, and goes on when they are gone", async () => {
  using repository = temporaryRepository(withSecrets());
  expect(await refusal(repository.path)).toMatchInlineSnapshot(`
    "error[secret-leak]: a secret would be in the repository: a GitHub token
      where:  generated/bases/shop/cart/configmap-cart-config.yaml, line 9, which would be written from packages/shop/cart
      to fix: make it invalid where it was issued, take it out, and read it from a Secret: docs/leaks.md

    error[secret-leak]: a secret would be in the repository: a value named SESSION_SECRET
      where:  generated/bases/shop/cart/configmap-cart-config.yaml, line 10, which would be written from packages/shop/cart
      to fix: make it invalid where it was issued, take it out, and read it from a Secret: docs/leaks.md

    error[secret-leak]: a secret would be in the repository: a GitHub token
      where:  overlays/dev/kustomization.yaml, line 10
      to fix: make it invalid where it was issued, take it out, and read it from a Secret: docs/leaks.md
    "
  `);
  expect(existsSync(join(repository.path, "generated"))).toBe(false);
  expect(cachedIn(repository.path)).not.toMatch(new RegExp([token!, key!].map(({ secret }) => secret[0]).join("|")));

  repository.write(exampleSystem());
  expect(await refusal(repository.path)).toBe("");
  const written = readFileSync(join(repository.path, "generated/bases/shop/cart/configmap-cart-config.yaml"), "utf8");
  expect(written).not.toContain("GREETING");
});

test("a build refuses a secret that only kustomize puts together", async () => {
  const [before, after] = [token!.value.slice(0, 10), token!.value.slice(10)];
  using repository = temporaryRepository({
    ...exampleSystem(),
    "other/kustomization.yaml": "resources: [config.yaml]\n",
    "other/config.yaml": `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: other }\ndata: { GREETING: "${before}\\\n    ${after}" }\n`,
    [overlay]: exampleSystem()[overlay]!.replace("resources:\n", "resources:\n  - ../../other\n"),
  });
  expect(await refusal(repository.path)).toMatchInlineSnapshot(`
    "error[secret-leak]: a secret would be in the repository: a GitHub token
      where:  generated/rendered/dev/10-configmap-other.yaml, line 3
      to fix: make it invalid where it was issued, take it out, and read it from a Secret: docs/leaks.md
    "
  `);
  expect(cachedIn(repository.path)).not.toContain(after);
});

test("a build takes what kubeseal has encrypted, and what is declared public, whatever it is called", async () => {
  const files = exampleSystem();
  const maps = madeSecrets(6).find(({ kind }) => kind === "a Google API key")!.value;
  const contract = `
const secretKey = { description: "a key", consumers: ["cart"], value: anyText() };
const mail = defineSecret({ name: "mail", provider: "team", keys: { API_TOKEN: secretKey, "database-url": secretKey, cert: secretKey } });
`;
  const source = `secretSource: sealedSecret(mail, { API_TOKEN: "${sealed()}", "database-url": "${sealed()}", cert: "${sealed()}" }),`;
  const environment = `import { anyText, defineSecret, sealedSecret } from "typed-manifests";\n${files[environments]!}`
    .replace("const schema", () => `${contract}\nconst schema`)
    .replace('frontendUrl: "http://localhost:3000",', (line) => `${line}\n  secrets: [mail],\n  ${source}`);
  const config = files[cart]!.replace("import ", 'import { publicValue } from "typed-manifests";\nimport ').replace(
    '-config", labels } });',
    `-config", labels }, data: { MAPS_API_KEY: publicValue("${maps}", "browsers load it") } });`,
  );
  using repository = temporaryRepository({ ...files, [environments]: environment, [cart]: config });
  expect(await refusal(repository.path)).toBe("");
  const rendered = [...filesBelow(repository.path, "generated/rendered").entries()]
    .map(([path, text]) => `${path}\n${text}`)
    .join("");
  expect(rendered).toContain(maps);
  expect(rendered).toContain("kind: SealedSecret");
  // Without the declaration it is refused, also where nothing else has changed.
  repository.write({ [cart]: config.replace(/publicValue\(("[^"]+"), "[^"]+"\)/, "$1") });
  expect(await refusal(repository.path)).toContain(
    "error[secret-leak]: a secret would be in the repository: a Google API key",
  );
});

/** As kubeseal prints it: the length of the encrypted session key, that key, and what it encrypts. */
function sealed(): string {
  return Buffer.concat([Buffer.from([2, 0]), randomBytes(512 + 16 + 40)]).toString("base64");
}

/** What a build says on stderr: nothing where it refuses nothing. A process of its own imports what was fixed. */
async function refusal(root: string): Promise<string> {
  return (await runScript("build", { cwd: root })).stderr;
}

function cachedIn(root: string): string {
  return [...filesBelow(root, "node_modules/.cache").values()].join("\n");
}
