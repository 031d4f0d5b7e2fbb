import { describe, expect, test } from "vitest";
import { syncPath } from "../../../src/checks/gitops/sync-path.ts";
import { application, applicationSet, deliveryOf, fluxKustomization } from "../../delivery-of.ts";
import { judge } from "../../judge.ts";

const dev = { id: "dev" };
const elsewhere = (path: string): string => fluxKustomization().replace("./generated/rendered/dev", path);

describe("sync-path", () => {
  test("passes the environment's own folder, however it is written", () => {
    for (const path of ["generated/rendered/dev", "./generated/rendered/dev/", "/generated//rendered/prod/../dev"]) {
      const objects = `${application({ path })}---\n${elsewhere(path)}`;
      expect(judge(syncPath, "", { ...dev, delivery: deliveryOf({ objects }) })).toEqual([]);
    }
  });

  test("passes the overlay where that is synced, and a folder below the Git repository's root", () => {
    const delivery = deliveryOf({
      sync: "overlay",
      directory: "deploy/manifests",
      objects: application({ path: "deploy/manifests/overlays/dev" }),
    });
    expect(judge(syncPath, "", { ...dev, delivery })).toEqual([]);
  });

  test("finds an Application and a Kustomization that lead elsewhere", () => {
    const objects = `${application({ path: "generated/rendered/prod" })}---\n${elsewhere("./")}`;
    expect(judge(syncPath, "", { ...dev, delivery: deliveryOf({ objects }) })).toEqual([
      "error Application argocd/manifests-dev spec.source.path: it follows generated/rendered/prod, and the environment dev is in generated/rendered/dev; write generated/rendered/dev, by `pnpm build` where packages/gitops makes it",
      "error Kustomization flux-system/manifests-dev spec.path: it follows the whole repository, and the environment dev is in generated/rendered/dev; write generated/rendered/dev, by `pnpm build` where packages/gitops makes it",
    ]);
  });

  test("finds the element of an ApplicationSet, and no other environment's", () => {
    const objects = applicationSet([
      { name: "manifests-prod", path: "generated/rendered/other" },
      { name: "manifests-dev", path: "generated/rendered/old" },
    ]);
    expect(judge(syncPath, "", { ...dev, delivery: deliveryOf({ objects }) })).toEqual([
      "error ApplicationSet argocd/manifests spec.generators[0].list.elements[1]: it follows generated/rendered/old, and the environment dev is in generated/rendered/dev; write generated/rendered/dev, by `pnpm build` where packages/gitops makes it",
    ]);
  });

  test("passes an ApplicationSet of which nobody says what is this environment's", () => {
    const [, set = ""] = applicationSet([{ name: "manifests-prod", path: "generated/rendered/prod" }]).split("---\n");
    expect(judge(syncPath, "", { ...dev, delivery: deliveryOf({ objects: set }) })).toEqual([]);
  });

  test("finds an Application of another project than the environment's", () => {
    const [project = ""] = applicationSet([]).split("---\n");
    const moved = application({ path: "overlays/dev" }).replace("project: manifests-dev", "project: default");
    const delivery = deliveryOf({ objects: `${project}---\n${moved}` });
    expect(judge(syncPath, "", { ...dev, delivery })).toHaveLength(1);
  });

  test("finds an Application that the environment brings and that follows a folder which there is not", () => {
    const objects = fluxKustomization();
    const brought = [
      application({ path: "overlays/dev" }),
      application({ path: "overlays/old" }),
      application({ path: "overlays/old", repository: "https://github.com/example/other.git" }),
      application({ path: "{{ .path }}" }),
      elsewhere("./overlays/older"),
      elsewhere("./overlays/older").replace("name: manifests }", "name: other }"),
    ].join("---\n");
    expect(judge(syncPath, brought, { ...dev, delivery: deliveryOf({ objects }) })).toEqual([
      "error Application argocd/manifests-dev spec.source.path: it follows overlays/old, and there is no such folder; correct the path",
      "error Kustomization flux-system/manifests-dev spec.path: it follows overlays/older, and there is no such folder; correct the path",
    ]);
    expect(judge(syncPath, brought, dev)).toEqual([]);
  });

  test("passes a Helm chart, and a folder beside this repository", () => {
    const chart = application({ path: "overlays/old" }).replace("targetRevision: main", "chart: redis");
    const delivery = deliveryOf({ directory: "deploy" });
    expect(judge(syncPath, `${chart}---\n${application({ path: "infra/dns" })}`, { ...dev, delivery })).toEqual([]);
  });
});
