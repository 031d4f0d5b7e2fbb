// Fetches the modules of public projects with Go, once: `pnpm test:engines`, and all of them in `pnpm test:long`.
import { execFileSync } from "node:child_process";
import { globSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { definitionGroups, prepareDefinitions } from "@kit/control-plane";
import { servedKind, type KindDefinition } from "@kit/definitions";
import { locateOnPath } from "@kit/programs";
import { exampleSystem, isLongRun, repositoryRoot, runScript, temporaryRepository } from "@kit/testing";
import { loadAll } from "js-yaml";
import { expect, test } from "vitest";

interface Project {
  readonly module: string;
  /** Where its definitions are, from the module's folder. */
  readonly files: readonly string[];
  readonly without?: RegExp;
}

/** In the order in which they are added: of a kind that several have, the last one holds. */
const projects: readonly Project[] = [
  { module: "github.com/cert-manager/cert-manager@v1.16.2", files: ["deploy/crds/*.yaml"] },
  {
    module: "github.com/prometheus-operator/prometheus-operator@v0.79.2",
    files: ["example/prometheus-operator-crd-full/*"],
  },
  { module: "github.com/argoproj/argo-rollouts@v1.7.2", files: ["manifests/crds/*-crd.yaml"] },
  { module: "github.com/kedacore/keda/v2@v2.16.1", files: ["config/crd/bases/*"] },
  { module: "istio.io/api@v1.24.2", files: ["kubernetes/customresourcedefinitions.gen.yaml"] },
  { module: "github.com/cloudnative-pg/cloudnative-pg@v1.25.0", files: ["config/crd/bases/*"] },
  { module: "knative.dev/serving@v0.43.0", files: ["config/core/300-resources/*"] },
  { module: "knative.dev/eventing@v0.43.0", files: ["config/core/resources/*"] },
  { module: "sigs.k8s.io/gateway-api@v1.2.1", files: ["config/crd/experimental/*"] },
  { module: "sigs.k8s.io/cluster-api@v1.9.3", files: ["**/config/crd/bases/*.yaml"], without: /^(?:test|util)\// },
  { module: "sigs.k8s.io/cluster-api-provider-aws/v2@v2.7.1", files: ["config/crd/bases/*"] },
  { module: "sigs.k8s.io/cluster-api-provider-azure@v1.17.2", files: ["config/crd/bases/*"] },
  {
    module: "github.com/openshift/api@v0.0.0-20241216151652-de9de05a8e43",
    files: ["**/zz_generated.crd-manifests/*.yaml"],
  },
  { module: "github.com/kyverno/kyverno@v1.13.2", files: ["config/crds/*/*.yaml"] },
  { module: "github.com/cilium/cilium@v1.16.5", files: ["pkg/k8s/apis/cilium.io/client/crds/*/*.yaml"] },
  { module: "github.com/tektoncd/pipeline@v0.66.0", files: ["config/300-crds/*"] },
  { module: "github.com/rook/rook@v1.15.6", files: ["deploy/examples/crds.yaml"] },
  { module: "github.com/vmware-tanzu/velero@v1.15.0", files: ["config/crd/v*/bases/*", "config/crd/v2alpha1/bases/*"] },
  { module: "github.com/elastic/cloud-on-k8s/v2@v2.15.0", files: ["config/crds/v1/resources/*_*.yaml"] },
  { module: "github.com/open-telemetry/opentelemetry-operator@v0.115.0", files: ["config/crd/bases/*"] },
  {
    module: "github.com/traefik/traefik/v3@v3.2.3",
    files: ["docs/content/reference/dynamic-configuration/traefik.io_*"],
  },
  { module: "github.com/crossplane/crossplane@v1.18.1", files: ["cluster/crds/*"] },
  { module: "github.com/karmada-io/karmada@v1.12.0", files: ["charts/karmada/_crds/bases/*/*.yaml"] },
  { module: "volcano.sh/volcano@v1.10.0", files: ["installer/helm/chart/volcano/crd/bases/*"] },
  {
    module: "github.com/kubeflow/training-operator@v1.8.1",
    files: ["manifests/base/crds/*.yaml"],
    without: /kustomization/,
  },
  { module: "github.com/rabbitmq/messaging-topology-operator@v1.15.0", files: ["config/crd/bases/*"] },
  { module: "sigs.k8s.io/cluster-api-provider-vsphere@v1.12.0", files: ["config/**/crd/bases/*", "config/**/crds/*"] },
  {
    module: "sigs.k8s.io/cluster-api-provider-gcp@v1.8.1",
    files: ["config/crd/bases/*", "test/e2e/data/cni/calico/*"],
  },
  { module: "github.com/kserve/kserve@v0.14.1", files: ["install/v0.14.1/*.yaml"] },
  { module: "github.com/nginxinc/kubernetes-ingress@v1.12.5", files: ["deployments/common/crds/*"] },
  { module: "sigs.k8s.io/kueue@v0.10.0", files: ["config/components/crd/bases/*"] },
  { module: "github.com/projectcontour/contour@v1.30.1", files: ["examples/contour/01-crds.yaml"] },
  { module: "github.com/emissary-ingress/emissary/v3@v3.9.1", files: ["pkg/api/getambassador.io/*.yaml"] },
];

// The first are those that most clusters have.
const tried = isLongRun ? projects : projects.slice(0, 9);

interface Found {
  readonly metadata: { readonly name: string };
}

/** The definitions of a project, by their names; of one that it has in several flavours the first. */
function definitionsOf({ module, files, without }: Project, cwd: string): Map<string, Found> {
  const answer = execFileSync(locateOnPath("go", process.env)!, ["mod", "download", "-json", module], {
    cwd,
    encoding: "utf8",
  });
  const { Dir: directory } = JSON.parse(answer) as { Dir: string };
  const paths = globSync([...files], { cwd: directory }).filter(
    (path) => path.endsWith(".yaml") && without?.test(path) !== true,
  );
  const documents = paths.toSorted().flatMap((path) => loadAll(readFileSync(join(directory, path), "utf8")));
  const definitions = documents.filter(
    (one): one is Found => (one as { kind?: string } | null)?.kind === "CustomResourceDefinition",
  );
  return new Map(definitions.toReversed().map((one) => [one.metadata.name, one]));
}

test("the definitions of public projects are taken without a failure, and their types compile", async () => {
  using repository = temporaryRepository(exampleSystem());
  const root = repository.path;
  // Those of Argo CD, External Secrets, Flux and Sealed Secrets, which the kit has pinned.
  const pinned = await prepareDefinitions(definitionGroups, { env: process.env, onProgress: console.error });
  const all = new Map<string, Found>(pinned.map((one) => [one.metadata.name, one]));
  for (const project of tried) {
    const found = definitionsOf(project, root);
    expect({ ...project, isThere: found.size > 3 }).toMatchObject({ isThere: true });
    for (const [name, one] of found) all.set(name, one);
  }
  const bundle = [...all.values()].map((one) => JSON.stringify(one)).join("\n---\n");
  const added = await runScript("crds", { cwd: root, args: ["add", "-"], input: bundle });
  expect(added).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/^a package that imports them/) as string });
  console.error(`${all.size} definitions of ${tried.length} projects, ${(bundle.length / 2 ** 20).toFixed(1)} MB`);
  expect(all.size).toBeGreaterThan(isLongRun ? 500 : 100);
  const again = await runScript("crds", { cwd: root, args: ["add", "-"], input: bundle });
  expect(again.stdout).toBe("packages/definitions is up to date\n");

  for (const definition of [...all.values()] as readonly object[] as readonly KindDefinition[]) {
    for (const { name, served } of definition.spec.versions) {
      const kind = `${definition.metadata.name} ${name}`;
      expect({ kind, isMade: servedKind(definition, name) !== undefined }).toEqual({ kind, isMade: served });
    }
  }

  symlinkSync("../packages/definitions", join(root, "node_modules/definitions"));
  writeFileSync(
    join(root, "tsconfig.json"),
    JSON.stringify({ extends: join(repositoryRoot, "tsconfig.base.json"), include: ["packages/definitions"] }),
  );
  execFileSync(join(repositoryRoot, "node_modules/.bin/tsc"), ["--noEmit", "--project", root], { stdio: "inherit" });
});
