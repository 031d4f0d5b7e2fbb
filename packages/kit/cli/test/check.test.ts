import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { exampleRepository, runScript, temporaryDirectory, type TestDirectory } from "@kit/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let example: TestDirectory;
beforeAll(() => {
  example = exampleRepository();
});
afterAll(() => example[Symbol.dispose]());

const check = (args: readonly string[], options: { readonly cwd?: string; readonly input?: string } = {}) =>
  runScript("check", { cwd: example.path, args, ...options });

const wrong = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  slector: { app: web }
  ports: [{ port: 80 }]
---
kind: [
---
apiVersion: example.com/v1
kind: Widget
metadata: { name: w }
`;

describe("pnpm check of files", () => {
  test("says everything that is wrong, and goes on after what is broken", async () => {
    const { exitCode, stdout, stderr } = await check(["-"], { input: wrong });
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(stdout.replace(/\d+ checks/, "<n> checks")).toMatchInlineSnapshot(`
      "error manifest-syntax: 1 finding  docs/checks/api-validity.md#manifest-syntax
        not YAML at line 10, column 1: did not find expected node content
        to fix: correct the YAML there
          stdin:10:1

      error unknown-field: 1 finding  docs/checks/api-validity.md#unknown-field
        there is no field "slector"
        to fix: did you mean selector?
          stdin:6:3  Service default/web, spec.slector

      2 objects, <n> checks: 2 errors, 0 warnings, 0 notes
      "
    `);
  });

  test("nothing is nothing", async () => {
    const { exitCode, stdout } = await check(["-"], { input: "" });
    expect([exitCode, stdout.replace(/\d+ checks/, "<n> checks")]).toEqual([
      0,
      "0 objects, <n> checks: 0 errors, 0 warnings, 0 notes\n",
    ]);
  });

  test("reads the manifests of a directory as one set, without kustomizations", async () => {
    const service = { apiVersion: "v1", kind: "Service", metadata: { name: "web" } };
    using directory = temporaryDirectory({
      "kustomization.yaml": "resources: [service.json]\n",
      "deep/service.json": JSON.stringify({ ...service, spec: { selector: { app: "web" }, ports: [{ port: 80 }] } }),
      "notes.txt": "not a manifest",
    });
    const { exitCode, stdout } = await check([directory.path, "--json"]);
    const { objects, findings } = JSON.parse(stdout) as {
      objects: number;
      findings: { check: string; file: string }[];
    };
    expect([exitCode, objects, findings.map(({ check: id, file }) => [id, file])]).toEqual([
      1,
      1,
      [["service-selects-nothing", join(directory.path, "deep/service.json")]],
    ]);
  });

  test("--max-warnings fails where there are more", async () => {
    const base = "generated/bases/shop/backend";
    const codes = [[base], [base, "--max-warnings", "99"], [base, "--max-warnings", "0"]].map(
      async (args) => (await check(args)).exitCode,
    );
    expect(await Promise.all(codes)).toEqual([0, 0, 1]);
  });

  test("the repository is its environments, and a directory in it is its files", async () => {
    const { stdout } = await check([".", "--json"]);
    expect((JSON.parse(stdout) as { environments: string[] }).environments).toHaveLength(4);
    using directory = temporaryDirectory({
      "service.yml": wrong,
      "more/list.json": JSON.stringify({
        apiVersion: "v1",
        kind: "ConfigMapList",
        items: [{ metadata: { name: "a" } }],
      }),
      ".git/config.yaml": "no: [",
      "node_modules/a/b.yaml": "no: [",
    });
    const inside = join(example.path, "manifests");
    cpSync(directory.path, inside, { recursive: true });
    const { exitCode, stdout: text } = await check([".", "--format", "compact"], { cwd: inside });
    rmSync(inside, { recursive: true });
    expect(exitCode).toBe(1);
    expect(text.replace(/\d+ checks/, "<n> checks")).toMatchInlineSnapshot(`
      "manifests/service.yml:10:1: error manifest-syntax: not YAML at line 10, column 1: did not find expected node content; to fix: correct the YAML there
      manifests/service.yml:6:3: error unknown-field: Service default/web, spec.slector: there is no field "slector"; to fix: did you mean selector?
      3 objects, <n> checks: 2 errors, 0 warnings, 0 notes
      "
    `);
  });

  test("--only tells and fails for some checks, --max is how many, --group-by how", async () => {
    const only = await check(["-", "--only", "unknown-field", "--format", "compact"], { input: wrong });
    expect([only.exitCode, only.stdout.replace(/\d+ checks/, "<n> checks")]).toMatchInlineSnapshot(`
      [
        1,
        "stdin:6:3: error unknown-field: Service default/web, spec.slector: there is no field "slector"; to fix: did you mean selector?
      2 objects, <n> checks: 1 error, 0 warnings, 0 notes
      ",
      ]
    `);
    expect((await check(["-", "--only", "reliability"], { input: wrong })).exitCode).toBe(0);
    const most = await check(["-", "--max", "1", "--group-by", "file"], { input: wrong });
    expect([most.exitCode, most.stdout.replace(/\d+ checks/, "<n> checks")]).toMatchInlineSnapshot(`
      [
        1,
        "stdin
        error manifest-syntax
          not YAML at line 10, column 1: did not find expected node content
          to fix: correct the YAML there
          stdin:10:1  docs/checks/api-validity.md#manifest-syntax
          and 1 more

      and 1 more: a higher --max shows them
      errors: manifest-syntax 1, unknown-field 1
      2 objects, <n> checks: 2 errors, 0 warnings, 0 notes
      ",
      ]
    `);
  });

  test("one gap is one finding, and --all and the checks' own names show the others", async () => {
    const input = `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: a }
spec:
  selector: { matchLabels: { app: a } }
  template: { metadata: { labels: { app: a } }, spec: { containers: [{ name: a, image: "a:1.0.0" }] } }
`;
    const idsWith = async (...args: string[]): Promise<string[]> => {
      const { stdout } = await check(["-", "--json", ...args], { input });
      const { findings } = JSON.parse(stdout) as { findings: { check: string }[] };
      return findings.map((one) => one.check).filter((id) => /resources|cpu|memory/.test(id));
    };
    const parts = ["cpu-limit", "memory-limit", "cpu-request", "memory-request"];
    expect(await idsWith()).toEqual(["resources-missing"]);
    expect(await idsWith("--all")).toEqual(["resources-missing", ...parts]);
    expect(await idsWith("--only", "memory-limit")).toEqual(["memory-limit"]);
    expect(await idsWith("--only", "reliability")).toEqual(["resources-missing"]);
  });

  test.for<[string, string[], string]>([
    [
      "a check to tell alone that is not there",
      ["-", "--only", "unknown-field,prob-port"],
      `error[argument-value]: --only cannot be "prob-port"
  where:  the command's arguments
  to fix: name checks of docs/checks.md, or error, warning, info, api-validity, references, clusters, conventions, pod-security, reliability, security, kustomize, secrets, gitops, exemptions. Did you mean probe-port?
`,
    ],
    [
      "another way to group",
      ["-", "--group-by", "objects"],
      `error[argument-value]: --group-by cannot be "objects"
  where:  the command's arguments
  to fix: findings are grouped by: check, object, file. Did you mean object?
`,
    ],
    [
      "half of what a machine reads",
      ["-", "--json", "--max", "3"],
      `error[argument-value]: --max cannot be given with --format json
  where:  the command's arguments
  to fix: write --format text or compact, or leave it out
`,
    ],
    [
      "a file that is not there",
      ["web.yaml"],
      `error[argument-value]: there is no file web.yaml
  where:  the command's arguments
  to fix: write the path of a YAML or JSON file or of a directory, or the id of an environment
`,
    ],
    [
      "a directory without manifests",
      ["overlays/dev/"],
      `error[argument-value]: there is no manifest in overlays/dev/
  where:  the command's arguments
  to fix: name a directory with .yaml, .yml or .json files
`,
    ],
    [
      "an environment that is not there",
      ["production"],
      `error[environment-unknown]: no environment is called "production"
  where:  the command's arguments
  to fix: the environments are: dev, prod, stall/dev, stall/prod
`,
    ],
    [
      "a format that is not there",
      ["--format", "xml"],
      `error[argument-value]: --format cannot be "xml"
  where:  the command's arguments
  to fix: the formats are: text, compact, json, sarif, github
`,
    ],
    [
      "two formats",
      ["--json", "--format", "sarif"],
      `error[argument-value]: --json and --format sarif cannot be given together
  where:  the command's arguments
  to fix: write one of them
`,
    ],
    [
      "an invalid number of warnings",
      ["--max-warnings", "few"],
      `error[argument-value]: --max-warnings cannot be few
  where:  the command's arguments
  to fix: write a whole number, such as --max-warnings 0
`,
    ],
    [
      "a check that is not there",
      ["--explain", "prob-port"],
      `error[argument-value]: there is no check prob-port
  where:  the command's arguments
  to fix: docs/checks.md lists the checks. Did you mean probe-port?
`,
    ],
  ])("refuses %s", async ([, args, stderr]) => {
    expect(await check(args)).toEqual({ exitCode: 2, stdout: "", stderr });
  });
});

describe("pnpm check of environments", () => {
  test("finds no error and no warning", async () => {
    const { exitCode, stdout } = await check(["--json"]);
    const { errors, warnings, environments } = JSON.parse(stdout) as Record<string, unknown>;
    expect({ exitCode, errors, warnings, environments }).toEqual({
      exitCode: 0,
      errors: 0,
      warnings: 0,
      environments: ["dev", "prod", "stall/dev", "stall/prod"],
    });
  });

  test("names the overlay's line where a tag was raised and nobody built, and the package's file where one was edited", async () => {
    using copy = exampleRepository();
    const edit = editorOf(copy);
    edit("overlays/dev/kustomization.yaml", 'newTag: "latest"', 'newTag: "1.2.3"');
    edit("generated/rendered/dev/18-deployment-backend.yaml", "replicas: 2", "replicas: 1");
    edit("packages/shop/environments/src/policy.ts", "VITE_OPENAI_API_KEY", "VITE_OPENAI_KEY");
    const { exitCode, stdout } = await check(["dev", "prod", "--format", "github"], { cwd: copy.path });
    expect(exitCode).toBe(1);
    expect(stdout.replaceAll(/::notice .*\n/g, "").replace(/\d+ notes/, "<n> notes")).toMatchInlineSnapshot(`
      "::error file=generated/rendered/dev/18-deployment-backend.yaml,line=11,col=3,title=replicas-minimum%3A Deployment default/backend::spec.replicas: replicas is 1%0ATo fix: set replicas to 2 or more, or add a HorizontalPodAutoscaler%0Adocs/checks/replicas-minimum.md
      ::error file=generated/rendered/dev/18-deployment-chat.yaml,line=34,col=15,title=secret-in-browser%3A Deployment default/chat::spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.key: VITE_OPENAI_API_KEY reads the key OPENAI_API_KEY of the Secret app-secrets, and Vite writes such variables into the files that browsers load%0ATo fix: read it on a server under another name, and change the secret if it was ever built in%0Adocs/checks/secret-in-browser.md
      ::error file=overlays/dev/kustomization.yaml,line=11,col=5,title=rendered-stale%3A overlays/dev/kustomization.yaml::images[0].newTag: the overlay sets shop-api:1.2.3, and what is rendered runs shop-api:latest%0ATo fix: run \`pnpm build\` and commit generated/%0Adocs/checks/rendered-stale.md
      ::error file=generated/rendered/prod/18-deployment-chat.yaml,line=34,col=15,title=secret-in-browser%3A Deployment shop/chat::spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.key: VITE_OPENAI_API_KEY reads the key OPENAI_API_KEY of the Secret app-secrets, and Vite writes such variables into the files that browsers load%0ATo fix: read it on a server under another name, and change the secret if it was ever built in%0Adocs/checks/secret-in-browser.md
      ::warning file=packages/shop/environments/src/policy.ts,title=exemption-unused%3A exemption of secret-in-browser for Deployment/chat::exemptions[0]: the exemption matches no finding%0ATo fix: remove it, or correct its object or text: the check finds Deployment/chat; * is any text without a slash, so */* is every object%0Adocs/checks/exemption-unused.md
      4 errors, 1 warning, <n> notes
      "
    `);
  });

  test("judges what syncs an environment, and the Applications that its overlay brings", async () => {
    using copy = exampleRepository();
    const edit = editorOf(copy);
    edit("generated/gitops/argocd/environments/dev.yaml", "    path: generated/rendered/dev", "    path: overlays/dev");
    edit("generated/gitops/flux/shop-minikube/environments/dev.yaml", "rendered/dev", "rendered/old");
    const source = "repoURL: https://github.com/example/manifests, path: overlays/gone";
    const destination = "destination: { name: in-cluster, namespace: argocd }";
    copy.write({
      "generated/rendered/dev/50-application-tools.yaml": `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: tools, namespace: argocd }
spec: { project: tools, source: { ${source} }, ${destination} }
`,
    });
    const { stdout } = await check(["dev", "--json"], { cwd: copy.path });
    const { findings } = JSON.parse(stdout) as { findings: Record<string, unknown>[] };
    const ofGitOps = findings.filter((one) =>
      ["sync-path", "generate-paths", "project-kind"].includes(String(one["check"])),
    );
    const places = ofGitOps.map((one) =>
      ["check", "object", "file", "line", "message", "source"].map((key) => one[key]),
    );
    const own = "packages/gitops/src/index.ts";
    const [argocd, flux] = ["argocd", "flux/shop-minikube"].map(
      (folder) => `generated/gitops/${folder}/environments/dev.yaml`,
    );
    const brought = "generated/rendered/dev/50-application-tools.yaml";
    expect(places).toEqual([
      [
        "project-kind",
        "AppProject argocd/manifests-dev",
        argocd,
        17,
        "it does not allow the kind Application of argoproj.io, which the environment deploys",
        own,
      ],
      ["sync-path", "Application argocd/manifests-dev", argocd, 58, follows("overlays/dev"), own],
      ["sync-path", "Kustomization flux-system/manifests-dev", flux, 11, follows("generated/rendered/old"), own],
      [
        "generate-paths",
        "Application argocd/tools",
        brought,
        3,
        "every commit to the repository renders it again: nothing says which folders it is made of",
        null,
      ],
      [
        "sync-path",
        "Application argocd/tools",
        brought,
        4,
        "it follows overlays/gone, and there is no such folder",
        null,
      ],
    ]);
  });

  test("judges the element that an ApplicationSet has of an environment", async () => {
    using copy = exampleRepository();
    const edit = editorOf(copy);
    edit("packages/gitops/src/index.ts", 'engine: "both"', 'engine: "argocd",\n  argocd: { applicationSet: true }');
    const built = await runScript("build", { cwd: copy.path });
    expect(built).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("0 errors, 0 warnings") as string });
    const set = "generated/gitops/argocd/environments/_application-set.yaml";
    edit(set, "path: generated/rendered/dev", "path: generated/rendered/prod");
    const { stdout } = await check(["dev", "--json"], { cwd: copy.path });
    const { findings } = JSON.parse(stdout) as { findings: Record<string, unknown>[] };
    const ofSet = findings.filter(({ file }) => file === set);
    expect(ofSet.map((one) => ["check", "object", "path", "message"].map((key) => one[key]))).toEqual([
      [
        "sync-path",
        "ApplicationSet argocd/manifests",
        "spec.generators[0].list.elements[0]",
        follows("generated/rendered/prod"),
      ],
    ]);
  });
});

function editorOf(copy: TestDirectory): (file: string, from: string, to: string) => void {
  return (file, from, to) => {
    const text = readFileSync(join(copy.path, file), "utf8");
    expect(text).toContain(from);
    copy.write({ [file]: text.replace(from, to) });
  };
}

function follows(folder: string): string {
  return `it follows ${folder}, and the environment dev is in generated/rendered/dev`;
}
