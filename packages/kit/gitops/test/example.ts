import type { GitOps, SyncedEnvironment } from "@kit/gitops";
import { automaticSync, manualSync } from "@kit/gitops/define";
import { markedText } from "../src/preview/marks.ts";

/** The smallest definition of two environments, one per cluster. */
export const small: GitOps = {
  repository: "https://git.example.com/team/manifests.git",
  branch: "main",
  engine: "both",
  environments: {
    dev: { destination: "minikube", policy: automaticSync() },
    "shop/prod": { destination: "production", policy: manualSync() },
  },
};

/** A definition that says everything that can be said. */
export const full: GitOps = {
  repository: "ssh://git@git.example.com:2222/team/My_Manifests.git",
  branch: "release/1.x",
  name: "shop",
  directory: "deploy/manifests",
  engine: "both",
  sync: "overlay",
  environments: {
    dev: {
      destination: "minikube",
      policy: automaticSync({ prune: false, selfHeal: false }),
      images: { backend: { repository: "registry.example.com/shop/backend", semver: "~1.2" } },
    },
    "shop/prod": {
      destination: "production",
      policy: automaticSync({
        windows: [
          { kind: "allow", schedule: "0 8 * * 1-5", duration: "8h", timeZone: "Europe/Berlin", manualSync: true },
          { kind: "deny", schedule: "0 0 24 12 *", duration: "72h" },
        ],
      }),
      controllers: ["external-secrets"],
      allow: ["rbac.authorization.k8s.io/Role", "ResourceQuota"],
    },
    "shop/staging": { destination: "production", policy: manualSync({ prune: false }), after: ["shop/prod"] },
  },
  notifications: [
    { on: "failure", argocd: { service: "slack", recipient: "deploys" }, flux: { provider: "slack" } },
    { on: "success", argocd: { service: "slack", recipient: "deploys" } },
  ],
  argocd: {
    namespace: "argo",
    applicationSet: true,
    previews: {
      environment: "dev",
      host: "github",
      project: "team/manifests",
      labels: ["preview"],
      token: { secret: "github-token", key: "token" },
    },
  },
  flux: {
    namespace: "flux",
    oci: { url: "oci://registry.example.com/team/manifests", secret: "registry-reader" },
    secret: "repository-writer",
    decryption: "age-keys",
  },
};

const service = {
  apiVersion: "v1",
  kind: "Service",
  name: "backend",
  namespace: "default",
  data: { spec: { type: "NodePort", ports: [{ port: 80 }, { port: 81, nodePort: 30001 }] } },
};

export const dev: SyncedEnvironment = {
  id: "dev",
  namespace: "default",
  cluster: { id: "minikube" },
  objects: [
    { apiVersion: "v1", kind: "ConfigMap", name: "backend-config", namespace: "default", data: {} },
    service,
    { apiVersion: "networking.k8s.io/v1", kind: "Ingress", name: "backend", namespace: "default", data: {} },
  ],
  builtFrom: ["generated/environments/dev", "generated/bases/shop/backend"],
  sops: false,
  byHand: ["backend-secret", "tokens"],
};

const restricted = { metadata: { labels: { "pod-security.kubernetes.io/enforce": "restricted" } } };

export const prod: SyncedEnvironment = {
  id: "shop/prod",
  namespace: "shop",
  cluster: { id: "production" },
  objects: [
    { apiVersion: "v1", kind: "Namespace", name: "shop", namespace: undefined, data: restricted },
    { apiVersion: "apps/v1", kind: "Deployment", name: "backend", namespace: "shop", data: {} },
    { apiVersion: "external-secrets.io/v1", kind: "ExternalSecret", name: "tokens", namespace: "shop", data: {} },
  ],
  builtFrom: ["generated/bases/shop/backend", "generated/environments/shop/prod"],
  sops: true,
  byHand: [],
};

export const staging: SyncedEnvironment = {
  ...prod,
  id: "shop/staging",
  namespace: "shop-staging",
  objects: [
    { apiVersion: "apps/v1", kind: "Deployment", name: "backend", namespace: "shop-staging", data: {} },
    { apiVersion: "v1", kind: "ConfigMap", name: "backend", namespace: "shop-config", data: {} },
  ],
  builtFrom: ["generated/bases/shop/backend", "generated/environments/shop/staging"],
  sops: false,
};

const marked = (text: string): string => markedText(text.replaceAll("N", "1357913"), text.replaceAll("N", "2468024"))!;

/** A preview, as a build knows it. */
export const preview: SyncedEnvironment = {
  id: "shop/preview",
  namespace: "shop-pr-123",
  cluster: { id: "minikube" },
  objects: [
    { apiVersion: "v1", kind: "Namespace", name: "shop-pr-123", namespace: undefined, data: {} },
    {
      apiVersion: "external-secrets.io/v1",
      kind: "ExternalSecret",
      name: "tokens",
      namespace: "shop-pr-123",
      data: {},
    },
  ],
  builtFrom: ["generated/bases/shop/backend", "generated/environments/shop/preview"],
  sops: false,
  byHand: [],
  preview: {
    max: 5,
    namespace: marked("shop-pr-N"),
    images: { backend: marked("pr-N") },
    made: {
      sample: "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop-pr-123\n",
      clusterObjects: [{ group: "", kind: "Namespace", name: marked("shop-pr-N") }],
      patches: [
        {
          target: { group: "^$", version: "v1", kind: "Namespace", name: "shop-pr-123" },
          operations: [
            { op: "test", path: "/metadata/name", at: [], entry: undefined, value: "shop-pr-123" },
            { op: "replace", path: "/metadata/name", at: [], entry: undefined, value: marked("shop-pr-N") },
          ],
        },
      ],
    },
  },
};

/** The smallest definition, with it. */
export const previewed: GitOps = {
  ...small,
  environments: {
    ...small.environments,
    "shop/preview": {
      destination: "minikube",
      policy: automaticSync(),
      controllers: ["external-secrets"],
      pullRequests: {
        host: "gitlab",
        server: "https://gitlab.example.com",
        project: "team/apps/shop",
        labels: ["preview", "ready"],
        token: { secret: "gitlab-token", key: "token" },
        interval: "90s",
      },
    },
  },
};
