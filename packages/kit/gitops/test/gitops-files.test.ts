import { plan } from "@kit/gitops";
import { gitopsFiles } from "@kit/gitops/files";
import { expect, test } from "vitest";
import { dev, full, preview, previewed, prod, small, staging } from "./example.ts";

const header = "# Written by `pnpm build` from packages/gitops. Do not edit: change the package and build.\n";

function written(...[definition, environments]: Parameters<typeof plan>): string {
  const files = gitopsFiles(plan(definition, environments), "packages/gitops");
  return [...files].map(([path, text]) => `## ${path}\n${text.replaceAll(header, "")}`).join("");
}

test("Argo CD and Flux, with nothing but what must be said", async () => {
  await expect(written(small, [dev, prod])).toMatchFileSnapshot("expected/small.txt");
});

test("Argo CD and Flux, with all that can be said", async () => {
  await expect(written(full, [dev, prod, staging])).toMatchFileSnapshot("expected/full.txt");
});

test("GitLab's merge requests as previews, of an environment with a Namespace of its own", async () => {
  const host = "gitlab" as const;
  const previews = { environment: "shop/prod", host, project: "team/manifests", labels: ["a", "b"] };
  const definition = { ...small, engine: "argocd" as const, argocd: { previews } };
  const text = written(definition, [dev, prod]);
  await expect(text.slice(text.indexOf("## gitops/argocd/environments/_previews"))).toMatchFileSnapshot(
    "expected/previews.txt",
  );
});

test("an environment per pull request, beside others", async () => {
  const text = written(previewed, [dev, prod, preview]);
  const own = text.split(/^(?=## )/m).filter((file) => /^## .*preview/.test(file));
  await expect(own.join("")).toMatchFileSnapshot("expected/preview-of-requests.txt");
});

test("the one ApplicationSet of all environments leaves previews to their own", () => {
  const text = written({ ...previewed, argocd: { applicationSet: true } }, [dev, prod, preview]);
  const set = text.slice(text.indexOf("## gitops/argocd/environments/_application-set.yaml"));
  expect(set.slice(0, set.indexOf("\n## ")).match(/^ +- name: .*/gm)).toEqual([
    "      - name: manifests-dev",
    "      - name: manifests-shop-prod",
  ]);
});

test("one engine has no files of the other", () => {
  const engines = ["argocd", "flux"] as const;
  const paths = engines.map((engine) => [
    ...gitopsFiles(plan({ ...small, engine }, [dev, prod]), "packages/gitops").keys(),
  ]);
  expect(paths).toEqual([
    [
      "gitops/argocd/bootstrap.yaml",
      "gitops/argocd/environments/dev.yaml",
      "gitops/argocd/environments/shop-prod.yaml",
    ],
    [
      "gitops/flux/minikube/bootstrap.yaml",
      "gitops/flux/minikube/environments/dev.yaml",
      "gitops/flux/production/bootstrap.yaml",
      "gitops/flux/production/environments/shop-prod.yaml",
    ],
  ]);
});
