import { chmodSync } from "node:fs";
import { definitionGroups, prepareDefinitions } from "@kit/control-plane";
import { temporaryDirectory, type TestDirectory } from "@kit/testing";
import { expect, test } from "vitest";

const definition = (group: string, kind: string): string =>
  [
    "apiVersion: apiextensions.k8s.io/v1",
    "kind: CustomResourceDefinition",
    `metadata: { name: ${kind.toLowerCase()}s.${group} }`,
    `spec: { group: ${group}, names: { kind: ${kind} } }`,
  ].join("\n");

/** The names of what is prepared, or the error, then what was told meanwhile; PATH is `bin` alone. */
async function prepared({ path }: TestDirectory, ...groups: string[]): Promise<string[]> {
  const told: string[] = [];
  const env = { PATH: `${path}/bin`, XDG_CACHE_HOME: `${path}/cache` };
  const lines = await prepareDefinitions(groups, { env, onProgress: (message) => told.push(message) }).then(
    (definitions) => definitions.map(({ metadata }) => metadata.name),
    (error: Error) => [error.message],
  );
  return [...lines, ...told].map((line) => line.replaceAll(path, "<machine>"));
}

/** A Go that answers every download so. */
function withGo(directory: TestDirectory, answer: string, exitCode: number): void {
  directory.write({ "bin/go": `#!/bin/sh\nprintf '%s\\n' '${answer}'\nexit ${exitCode}\n` });
  chmodSync(`${directory.path}/bin/go`, 0o755);
}

test("the groups of which there are definitions", () => {
  expect(definitionGroups).toEqual([
    "argoproj.io",
    "external-secrets.io",
    "generators.external-secrets.io",
    "helm.toolkit.fluxcd.io",
    "image.toolkit.fluxcd.io",
    "kustomize.toolkit.fluxcd.io",
    "notification.toolkit.fluxcd.io",
    "source.extensions.fluxcd.io",
    "source.toolkit.fluxcd.io",
    "bitnami.com",
  ]);
});

test("they are read from the module, only those of the groups, and kept", async () => {
  using here = temporaryDirectory();
  const folder = "module/config/crds/bases";
  here.write({
    [`${folder}/b.yaml`]: definition("external-secrets.io", "SecretStore"),
    [`${folder}/a.yaml`]: `kind: Other\n---\n${definition("generators.external-secrets.io", "Fake")}`,
    [`${folder}/kustomization.txt`]: "no YAML: {",
  });
  withGo(here, JSON.stringify({ Dir: `${here.path}/module` }), 0);
  expect(await prepared(here, "external-secrets.io", "apps")).toEqual([
    "secretstores.external-secrets.io",
    "fetching the custom resource definitions of external-secrets with Go, once",
  ]);
  withGo(here, "", 1);
  expect(await prepared(here, "generators.external-secrets.io")).toEqual(["fakes.generators.external-secrets.io"]);
});

test("a module whose code needs a newer Go will do: its files are there", async () => {
  using here = temporaryDirectory();
  const [path, version] = ["github.com/Acme/some", "v1.2.3"];
  here.write({
    "go/github.com/!acme/some@v1.2.3/helm/sealed-secrets/crds/a.yaml": definition("bitnami.com", "SealedSecret"),
  });
  const zip = `${here.path}/go/cache/download/github.com/!acme/some/@v/v1.2.3.zip`;
  const answer = { Path: path, Version: version, Error: "requires go >= 1.99", Zip: zip };
  withGo(here, JSON.stringify(answer, undefined, 1), 1);
  expect(await prepared(here, "bitnami.com")).toEqual([
    "sealedsecrets.bitnami.com",
    "fetching the custom resource definitions of sealed-secrets with Go, once",
  ]);
});

test("without Go it says what to do", async () => {
  using here = temporaryDirectory();
  expect(await prepared(here, "argoproj.io")).toMatchInlineSnapshot(`
    [
      "error[control-plane-missing]: the custom resource definitions of argo-cd are not here, and there is no Go to fetch them
      where:  PATH; they are needed for objects of argoproj.io
      to fix: install Go (https://go.dev/dl/), which fetches them once;
              or put their CustomResourceDefinitions among the manifests",
    ]
  `);
});

test("what Go says is passed on where it cannot fetch", async () => {
  using here = temporaryDirectory();
  withGo(here, JSON.stringify({ Path: "a", Version: "v1", Error: "the proxy is away" }), 1);
  expect(await prepared(here, "argoproj.io")).toMatchInlineSnapshot(`
    [
      "failure[subprocess-failed]: Go could not fetch github.com/argoproj/argo-cd/v3@v3.6.1:
    the proxy is away
      to fix: correct what Go complains about, then start again",
      "fetching the custom resource definitions of argo-cd with Go, once",
    ]
  `);
});

test("a group that no project has needs nothing", async () => {
  using here = temporaryDirectory();
  expect(await prepared(here, "apps", "example.com")).toEqual([]);
});
