import { explainSync, explainSyncJson, plan } from "@kit/gitops";
import { expect, test } from "vitest";
import { dev, full, preview, previewed, prod, small, staging } from "./example.ts";

test("the smallest definition in words", () => {
  expect(explainSync(plan(small, [dev, prod]))).toMatchInlineSnapshot(`
    "Argo CD and Flux follow the branch main of https://git.example.com/team/manifests.git: what is committed as rendered.

    dev
      from     generated/rendered/dev, 3 objects
      to       cluster minikube, namespace default
      Argo CD  Application manifests-dev: syncs each commit, prunes, heals what is changed by hand
      Flux     Kustomization manifests-dev: syncs each commit, prunes, heals what is changed by hand
      first    pnpm secrets apply dev: Secrets backend-secret, tokens

    shop/prod
      from     generated/rendered/shop/prod, 3 objects
      to       cluster production, namespace shop
      Argo CD  Application manifests-shop-prod: syncs when a person starts it, prunes
      Flux     Kustomization manifests-shop-prod: suspended until a person resumes it, prunes,
               heals what is changed by hand, decrypts with the Secret sops-keys

    to begin, once
      Argo CD  register the clusters minikube, production; then, where it runs:
               kubectl apply --namespace argocd --filename generated/gitops/argocd/bootstrap.yaml
      Flux     in minikube: kubectl apply --filename generated/gitops/flux/minikube/bootstrap.yaml
      Flux     in production: kubectl apply --filename generated/gitops/flux/production/bootstrap.yaml
    "
  `);
});

test("the fullest definition in words", () => {
  expect(explainSync(plan(full, [dev, prod, staging]))).toMatchInlineSnapshot(`
    "Argo CD and Flux follow the branch release/1.x of ssh://git@git.example.com:2222/team/My_Manifests.git, folder deploy/manifests: the overlays, built where it runs.

    dev
      from     deploy/manifests/overlays/dev, 3 objects
      to       cluster minikube, namespace default
      Argo CD  Application shop-dev: syncs each commit, does not prune
      Flux     Kustomization shop-dev: syncs each commit, does not prune, heals what is changed by hand
      images   backend: tags ~1.2 of registry.example.com/shop/backend
               needs beside its tag: # {"$imagepolicy": "flux:shop-dev-backend:tag"}
      first    pnpm secrets apply dev: Secrets backend-secret, tokens

    shop/prod
      from     deploy/manifests/overlays/shop/prod, 3 objects
      to       cluster production, namespace shop
      Argo CD  Application shop-shop-prod: syncs each commit, prunes, heals what is changed by hand,
               only for 8h from 0 8 * * 1-5 (Europe/Berlin), not for 72h from 0 0 24 12 * (UTC)
      Flux     Kustomization shop-shop-prod: syncs each commit, prunes, heals what is changed by hand,
               at any time: Flux has no windows, after external-secrets,
               decrypts with the Secret age-keys

    shop/staging
      from     deploy/manifests/overlays/shop/staging, 2 objects
      to       cluster production, namespaces shop-config, shop-staging
      Argo CD  Application shop-shop-staging: syncs when a person starts it, does not prune
      Flux     Kustomization shop-shop-staging: suspended until a person resumes it, does not prune,
               heals what is changed by hand, after shop/prod

    pull requests
      from     overlays/dev of those with the label preview
      to       a namespace shop-preview-<number> each, without node ports and Ingresses; removed when closed
      first    in each namespace the Secrets backend-secret, tokens

    to begin, once
      Argo CD  register the clusters minikube, production; then, where it runs:
               kubectl apply --namespace argo --filename generated/gitops/argocd/bootstrap.yaml
      Flux     CI pushes the Git repository to oci://registry.example.com/team/manifests, tag release-1.x
      Flux     in minikube: kubectl apply --filename generated/gitops/flux/minikube/bootstrap.yaml
      Flux     in production: kubectl apply --filename generated/gitops/flux/production/bootstrap.yaml
    "
  `);
});

test("one environment for other programs", () => {
  const { environments, ...rest } = JSON.parse(explainSyncJson(plan(small, [dev, prod]))) as {
    environments: unknown[];
  };
  expect({ ...rest, environments: environments.slice(0, 1) }).toMatchInlineSnapshot(`
    {
      "branch": "main",
      "directory": null,
      "engine": "both",
      "environments": [
        {
          "cluster": "minikube",
          "destination": "minikube",
          "environment": "dev",
          "inputs": [
            "generated/rendered/dev",
          ],
          "name": "manifests-dev",
          "namespaces": [
            "default",
          ],
          "objects": 3,
          "path": "generated/rendered/dev",
          "policy": {
            "prune": true,
            "selfHeal": true,
            "type": "automatic",
            "windows": [],
          },
          "secretsByHand": [
            "backend-secret",
            "tokens",
          ],
        },
      ],
      "name": "manifests",
      "repository": "https://git.example.com/team/manifests.git",
      "sync": "rendered",
    }
  `);
});

test("a preview for other programs", () => {
  const { environments } = JSON.parse(explainSyncJson(plan(previewed, [dev, prod, preview]))) as {
    environments: unknown[];
  };
  expect(environments[2]).toMatchInlineSnapshot(`
    {
      "cluster": "minikube",
      "destination": "minikube",
      "environment": "shop/preview",
      "inputs": [
        "generated/gitops/previews/shop/preview",
      ],
      "name": "manifests-shop-preview",
      "namespaces": [
        "shop-pr-123",
      ],
      "objects": 2,
      "path": "generated/gitops/previews/shop/preview",
      "policy": {
        "prune": true,
        "selfHeal": true,
        "type": "automatic",
        "windows": [],
      },
      "preview": {
        "images": {
          "backend": "pr-<number>",
        },
        "max": 5,
        "namespace": "shop-pr-<number>",
        "pullRequests": {
          "host": "gitlab",
          "labels": [
            "preview",
            "ready",
          ],
          "project": "team/apps/shop",
        },
      },
      "secretsByHand": [],
    }
  `);
});
