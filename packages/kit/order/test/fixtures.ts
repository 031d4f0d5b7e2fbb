/** A service with a migration, whose database URL an operator brings. */
export const migrated = `
  { apiVersion: v1, kind: Namespace, metadata: { name: shop, annotations: { argocd.argoproj.io/sync-wave: "-2" } } }
  ---
  apiVersion: external-secrets.io/v1
  kind: ExternalSecret
  metadata: { name: database, namespace: shop, annotations: { argocd.argoproj.io/sync-wave: "-2" } }
  ---
  { apiVersion: v1, kind: ConfigMap, metadata: { name: config, namespace: shop, annotations: { argocd.argoproj.io/sync-wave: "-1" } } }
  ---
  apiVersion: batch/v1
  kind: Job
  metadata:
    name: migrate
    namespace: shop
    labels: { app: cart, app.kubernetes.io/component: migration }
    annotations: { argocd.argoproj.io/hook: Sync, argocd.argoproj.io/sync-wave: "-1" }
  spec:
    template:
      spec:
        containers:
          - name: migrate
            envFrom: [{ configMapRef: { name: config } }]
            env: [{ name: 'URL "main"', valueFrom: { secretKeyRef: { name: database, key: url } } }]
  ---
  { apiVersion: v1, kind: Service, metadata: { name: cart, namespace: shop }, spec: { selector: { app: cart } } }
  ---
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: cart, namespace: shop }
  spec:
    template:
      metadata: { labels: { app: cart } }
      spec: { containers: [{ name: cart, envFrom: [{ configMapRef: { name: config } }] }] }
  ---
  apiVersion: batch/v1
  kind: Job
  metadata: { name: smoke, namespace: shop, annotations: { argocd.argoproj.io/hook: PostSync } }
  ---
  apiVersion: batch/v1
  kind: Job
  metadata: { name: report, namespace: shop, annotations: { argocd.argoproj.io/hook: SyncFail } }
  `;

/** A store that signs in with a Secret which is read from the store. */
export const circle = `
  apiVersion: external-secrets.io/v1
  kind: SecretStore
  metadata: { name: vault }
  spec: { provider: { vault: { auth: { tokenSecretRef: { name: vault-token, key: a } } } } }
  ---
  { apiVersion: external-secrets.io/v1, kind: ExternalSecret, metadata: { name: vault-token }, spec: { secretStoreRef: { name: vault } } }
  ---
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: web }
  spec: { template: { spec: { containers: [{ name: web, envFrom: [{ secretRef: { name: vault-token } }] }] } } }
  `;
