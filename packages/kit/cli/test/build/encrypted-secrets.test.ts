import { existsSync } from "node:fs";
import type { UserError } from "@kit/errors";
import { exampleSystem, filesBelow, runScript, temporaryRepository } from "@kit/testing";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { build, drift } from "@kit/build";

const environments = "packages/shop/environments/src/index.ts";
const overlay = "overlays/dev/kustomization.yaml";
const file = "overlays/dev/app-secret.enc.yaml";

/** As SOPS writes it, with the same bytes again and again for what it has encrypted. */
function encrypted(data: string): string {
  const bytes = Buffer.from(data).toString("base64");
  return `ENC[AES256_GCM,data:${bytes},iv:ZwZkYOoRbNg1xZH5eNZzWyjDzcvIDdzROdAKdXHmjFY=,tag:GjCIlpoOQOxu3b3bM/aCXw==,type:str]`;
}

const secret = `apiVersion: v1
kind: Secret
metadata:
    labels:
        version: "1.10"
    name: app-secret
    namespace: dev
stringData:
    TOKEN: ${encrypted("one")}
    database-url: ${encrypted("another")}
type: Opaque
sops:
    kms: []
    gcp_kms: []
    azure_kv: []
    hc_vault: []
    age:
        - recipient: age10fzg78uxt5vd4j3txtlf0p48z9tvt2x8hf70je9fdgycyl4h7q4q8sgdw7
          enc: |
            -----BEGIN AGE ENCRYPTED FILE-----
            YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBnalFrVXR2bUx4Ui9hYi9H
            Z3dIbjFXZ2FXVTRiV2I0L0FXOGdyZnhmM3pjCnpGL05tM08rbXBFdzVzL0ZvbXE3
            -----END AGE ENCRYPTED FILE-----
    lastmodified: "2026-11-22T08:18:42Z"
    mac: ${encrypted("proof")}
    pgp: []
    encrypted_regex: ^(data|stringData)$
    version: 3.9.4
`;

const contract = `
const key = { description: "a key", consumers: ["cart"], value: anyText() };
const appSecret = defineSecret({ name: "app-secret", provider: "team", keys: { TOKEN: key, "database-url": key } });
`;

/** The example whose environment `dev` has a Secret that SOPS has encrypted. */
function shop(change: (text: string) => string = (text) => text): Record<string, string> {
  const files = exampleSystem();
  const text = `import { anyText, defineSecret, sopsFile } from "typed-manifests";\n${files[environments]!}`
    .replace("const schema", () => `${contract}\nconst schema`)
    .replace(
      'frontendUrl: "http://localhost:3000",',
      (line) => `${line}\n  secrets: [appSecret],\n  secretSource: sopsFile(appSecret, "app-secret.enc.yaml"),`,
    );
  const listed = files[overlay]!.replace("components:", "  - app-secret.enc.yaml\ncomponents:");
  return { ...files, [environments]: text, [overlay]: listed, [file]: change(secret) };
}

/** A package that says how the repository is synced. */
function syncedBy(engine: "argocd" | "flux"): Record<string, string> {
  return {
    "packages/gitops/package.json": JSON.stringify({
      name: "@manifests/gitops",
      type: "module",
      exports: "./src/index.ts",
    }),
    "packages/gitops/src/index.ts": `// @ts-nocheck
import { automaticSync, defineGitOps } from "typed-manifests";
export default defineGitOps({
  repository: "https://git.example.com/team/manifests.git",
  branch: "main",
  engine: "${engine}",
  environments: {
    dev: { destination: "minikube", policy: automaticSync() },
    prod: { destination: "minikube", policy: automaticSync() },
  },
});
`,
  };
}

/** What a build says that is refused. Nothing is written, and no cache has the value. */
async function refusal(files: Record<string, string>): Promise<string> {
  using repository = temporaryRepository(files);
  const root = repository.path;
  const { message } = await build({ root, env: process.env }).then(
    () => expect.unreachable("the build succeeds"),
    (error: UserError) => error,
  );
  expect(existsSync(`${root}/generated`), "nothing is written").toBe(false);
  const cached = existsSync(`${root}/node_modules/.cache`) ? filesBelow(root, "node_modules/.cache") : new Map();
  const texts = [message, ...cached.values()] as string[];
  expect(texts.filter((text) => text.includes("hunter2") || text.includes("aHVudGVyMg"))).toEqual([]);
  return message;
}

test("a Secret that SOPS has encrypted comes out of kustomize as it was", async () => {
  using repository = temporaryRepository(shop());
  const { files } = await build({ root: repository.path, env: process.env });
  const rendered = load(files.get("rendered/dev/11-secret-app-secret.yaml")!) as object;
  expect(rendered).toEqual(load(secret));
  expect(Object.keys(rendered)).toEqual(["apiVersion", "kind", "metadata", "sops", "stringData", "type"]);
  expect((await drift({ root: repository.path, env: process.env })).differences).toEqual([]);
});

test("where Flux decrypts, the order of its keys is a warning, which says what to write", async () => {
  using repository = temporaryRepository({ ...shop(unsorted), ...syncedBy("flux") });
  const { exitCode, stdout } = await runScript("build", { cwd: repository.path });
  expect({ exitCode, said: /^(warning sops-key-order[^]*?)\n\n/m.exec(stdout)?.[1] }).toMatchInlineSnapshot(`
    {
      "exitCode": 0,
      "said": "warning sops-key-order: 1 finding  docs/checks/sops-key-order.md
      kustomize sorts the keys of the Secret app-secret, so its signature does not hold (MAC mismatch): Flux does not look at it, others do
      to fix: write its keys in this order with \`sops edit\`: in stringData TOKEN, database-url
        overlays/dev/app-secret.enc.yaml:1:1",
    }
  `);
});

/** With two keys in the order that nobody sorts. */
function unsorted(text: string): string {
  return text.replace(/(    TOKEN: .*\n)(    database-url: .*\n)/, "$2$1");
}

describe.concurrent("refuses an encrypted Secret", () => {
  const where = `where:  ${file}`;

  test.for<[string, (text: string) => string, string[]]>([
    [
      "in another namespace",
      (text) => text.replace("namespace: dev", "namespace: prod"),
      [
        "error[secret-sops]: the file of app-secret has the namespace prod, and its environment is in dev: no pod there would find it",
        where,
        "to fix: write metadata.namespace: dev with `sops edit`, which signs it",
      ],
    ],
    [
      "without a namespace",
      (text) => text.replace("    namespace: dev\n", ""),
      [
        "error[secret-sops]: the file of app-secret has no namespace, and would be put into dev: SOPS would refuse it as changed",
        where,
        "to fix: write metadata.namespace: dev with `sops edit`, which signs it",
      ],
    ],
    [
      "with other keys than its contract",
      (text) => text.replace("    TOKEN:", "    TOKNE:"),
      [
        "error[secret-sops]: the Secret app-secret lacks the key TOKEN",
        where,
        "to fix: add it with `sops edit`",
        "",
        "error[secret-sops]: the Secret app-secret has the key TOKNE, which its contract does not have",
        where,
        "to fix: remove it with `sops edit`, or add it to the contract",
      ],
    ],
    [
      "with another name",
      (text) => text.replace("name: app-secret", "name: app-secrets"),
      [
        "error[secret-sops]: the file is not the Secret app-secret",
        where,
        "to fix: write kind: Secret and metadata.name: app-secret before you encrypt it",
      ],
    ],
  ])("%s", async ([, change, said], { expect }) => {
    const lines = said.map((line) => (line === "" || line.startsWith("error") ? line : `  ${line}`));
    expect(await refusal(shop(change))).toBe(lines.join("\n"));
  });

  test("whose keys kustomize sorts, where something else than Flux decrypts", async ({ expect }) => {
    expect(await refusal(shop(unsorted))).toMatchInlineSnapshot(`
      "error[secret-sops]: kustomize sorts the keys of app-secret, and SOPS signs the values in their order: \`sops decrypt\` would refuse it (MAC mismatch)
        where:  overlays/dev/app-secret.enc.yaml
        to fix: write its keys in this order with \`sops edit\`: in stringData TOKEN, database-url"
    `);
    const argocd = { ...shop(unsorted), ...syncedBy("argocd") };
    expect(await refusal(argocd)).toContain("what decrypts it for Argo CD would refuse it (MAC mismatch)");
  });

  test("that the overlay does not list", async ({ expect }) => {
    const files = shop();
    const unlisted = { ...files, [overlay]: exampleSystem()[overlay]! };
    expect(await refusal(unlisted)).toMatchInlineSnapshot(`
      "error[secret-sops]: the overlay does not render the Secret app-secret of this file
        where:  overlays/dev/app-secret.enc.yaml
        to fix: add app-secret.enc.yaml to \`resources:\` of the overlay"
    `);
  });

  test("whose file is not there", async ({ expect }) => {
    const { [file]: _, ...files }: Record<string, string> = { ...shop(), [overlay]: exampleSystem()[overlay]! };
    expect(await refusal(files)).toMatchInlineSnapshot(`
      "error[secret-sops]: there is no file with the Secret app-secret
        where:  overlays/dev/app-secret.enc.yaml
        to fix: write the Secret, then encrypt it: sops encrypt --in-place overlays/dev/app-secret.enc.yaml"
    `);
  });

  test("that the overlay changes", async ({ expect }) => {
    const files = shop();
    const labelled = `${files[overlay]}labels:\n  - pairs:\n      team: shop\n`;
    expect(await refusal({ ...files, [overlay]: labelled })).toMatchInlineSnapshot(`
      "error[secret-sops]: the overlay changes the Secret app-secret: SOPS would refuse it as changed
        where:  overlays/dev/app-secret.enc.yaml
        to fix: take out what patches it, labels it or renames it; write that into the file with \`sops edit\`"
    `);
  });
});

describe.concurrent("refuses a Secret that anybody could read", () => {
  test("from a file", async ({ expect }) => {
    expect(await shared(secret.replace(encrypted("one"), "hunter2hunter2"))).toMatchInlineSnapshot(`
      "error[secret-plain]: the overlay of "dev" renders the Secret "app-secret" as anybody could read it: SOPS has not encrypted TOKEN
        where:  overlays/dev/kustomization.yaml
        to fix: take it out of the overlay, and write its contract; or encrypt it with SOPS: docs/secrets.md.
                A value that has been committed is known: make a new one"
    `);
  });

  test("from a file without the sops block", async ({ expect }) => {
    expect(await shared(secret.slice(0, secret.indexOf("sops:")))).toMatchInlineSnapshot(`
      "error[secret-plain]: the overlay of "dev" renders the Secret "app-secret" as anybody could read it: it has no sops block
        where:  overlays/dev/kustomization.yaml
        to fix: take it out of the overlay, and write its contract; or encrypt it with SOPS: docs/secrets.md.
                A value that has been committed is known: make a new one"
    `);
  });

  test("from a secretGenerator", async ({ expect }) => {
    const generator = `${exampleSystem()[overlay]}secretGenerator:\n  - name: generated\n    literals:\n      - TOKEN=hunter2hunter2\n`;
    expect(await refusal({ ...exampleSystem(), [overlay]: generator })).toMatchInlineSnapshot(`
      "error[secret-plain]: the overlay of "dev" renders the Secret "generated-m959cdkbkt" as anybody could read it: SOPS has not encrypted TOKEN
        where:  overlays/dev/kustomization.yaml
        to fix: take it out of the overlay, and write its contract; or encrypt it with SOPS: docs/secrets.md.
                A value that has been committed is known: make a new one"
    `);
  });
});

/** In a folder that overlays share, where only what is rendered tells. */
async function shared(text: string): Promise<string> {
  const listed = exampleSystem()[overlay]!.replace("components:", "  - ../../shared\ncomponents:");
  const kustomization =
    "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - secret.yaml\n";
  const folder = { "shared/kustomization.yaml": kustomization, "shared/secret.yaml": text };
  return refusal({ ...exampleSystem(), ...folder, [overlay]: listed });
}
