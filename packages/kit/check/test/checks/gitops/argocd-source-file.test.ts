import { describe, expect, test } from "vitest";
import { argocdSourceFile } from "../../../src/checks/gitops/argocd-source-file.ts";
import { deliveryOf } from "../../delivery-of.ts";
import { judge } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

const text = "kustomize:\n  images:\n  - shop-api:1.10\n";

describe("argocd-source-file", () => {
  test("passes an overlay without such a file, and files that Argo CD reads for no Application of it", () => {
    const texts = {
      "overlays/dev/kustomization.yaml": "images: []\n",
      "overlays/dev/argocd-source.yaml": text,
      "overlays/dev/.argocd-source.yml": text,
      "overlays/dev/.argocd-sources.yaml": text,
      "overlays/dev/patches/.argocd-source-dev.yaml": text,
      "overlays/shared/.argocd-source-dev.yaml": text,
    };
    expect(judge(argocdSourceFile, "", { overlay: overlayOf({ texts }) })).toEqual([]);
  });

  test("passes where Argo CD builds the overlay", () => {
    const overlay = overlayOf({ texts: { "overlays/dev/.argocd-source-dev.yaml": text } });
    expect(judge(argocdSourceFile, "", { overlay, delivery: deliveryOf({ sync: "overlay" }) })).toEqual([]);
  });

  test.for([
    ["nobody says what is synced", undefined],
    ["what is rendered is synced", deliveryOf()],
    ["Flux builds the overlay", deliveryOf({ engines: ["flux"], sync: "overlay" })],
  ] as const)("finds each of them, where %s", ([, delivery]) => {
    const texts = {
      "overlays/dev/.argocd-source.yaml": text,
      "overlays/dev/.argocd-source-dev.yaml": text,
      "overlays/dev/.argocd-source-team-a_dev.yaml": text,
    };
    const found = judge(argocdSourceFile, "", { overlay: overlayOf({ texts }), delivery });
    expect(found.toSorted()).toEqual(
      Object.keys(texts)
        .map((file) => {
          const says = `${file.slice("overlays/dev/".length)} takes effect only where Argo CD builds the overlay itself: not in generated/rendered, nor for kubectl apply -k`;
          const fix =
            "have Argo CD Image Updater write to `kustomization:/overlays/dev`, set the versions in `images:`, and remove the file";
          return `warning ${file}: ${says}; ${fix}`;
        })
        .toSorted(),
    );
  });
});
