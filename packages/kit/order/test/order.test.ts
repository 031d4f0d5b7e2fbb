import { expect, test } from "vitest";
import { circle } from "./fixtures.ts";
import { ordered } from "./ordered.ts";

test("nothing has no order", () => {
  expect(ordered("")).toEqual({ waves: {}, edges: [] });
  expect(ordered("null\n---\n[]\n---\n{ kind: ConfigMap, metadata: { name: 5 } }")).toEqual({ waves: {}, edges: [] });
});

test("Argo CD's order of kinds is enough for ConfigMaps and Secrets before the Deployments that read them", () => {
  const manifests = `
    { apiVersion: v1, kind: ConfigMap, metadata: { name: config } }
    ---
    { apiVersion: v1, kind: Secret, metadata: { name: password } }
    ---
    { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { selector: { app: web } } }
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: { name: web }
    spec:
      template:
        metadata: { labels: { app: web } }
        spec:
          containers:
            - name: web
              envFrom: [{ configMapRef: { name: config } }, { configMapRef: { name: elsewhere } }]
              env:
                - { name: A, valueFrom: { configMapKeyRef: { name: config, key: a } } }
                - { name: PASSWORD, valueFrom: { secretKeyRef: { name: password, key: a } } }
          volumes:
            - { name: files, configMap: { name: config, optional: true } }
            - { name: all, projected: { sources: [{ configMap: { name: config } }, { secret: { name: password } }] } }
    `;
  expect(ordered(manifests)).toEqual({
    waves: {},
    edges: [
      "Deployment default/web <= ConfigMap default/config, exists: reads it, by A, envFrom and the volume all",
      "Deployment default/web <= Secret default/password, exists: reads it, by PASSWORD and the volume all",
      "Deployment default/web <= Service default/web, any: answers for it",
    ],
  });
});

test("what an operator makes is waited for, a wave earlier, with all that it needs itself", () => {
  const manifests = `
    { apiVersion: v1, kind: Namespace, metadata: { name: shop } }
    ---
    apiVersion: external-secrets.io/v1
    kind: SecretStore
    metadata: { name: vault, namespace: shop }
    spec: { provider: { vault: { auth: { tokenSecretRef: { name: token, key: a }, serviceAccountRef: { name: vault } } } } }
    ---
    { apiVersion: v1, kind: Secret, metadata: { name: token, namespace: shop } }
    ---
    { apiVersion: v1, kind: ServiceAccount, metadata: { name: vault, namespace: shop } }
    ---
    apiVersion: external-secrets.io/v1
    kind: ExternalSecret
    metadata: { name: database, namespace: shop }
    spec: { secretStoreRef: { name: vault }, target: { name: database-url } }
    ---
    { apiVersion: bitnami.com/v1alpha1, kind: SealedSecret, metadata: { name: registry, namespace: shop } }
    ---
    apiVersion: cert-manager.io/v1
    kind: Certificate
    metadata: { name: mesh, namespace: shop }
    spec: { secretName: mesh-tls, issuerRef: { name: internal, kind: ClusterIssuer } }
    ---
    { apiVersion: cert-manager.io/v1, kind: ClusterIssuer, metadata: { name: internal }, spec: { selfSigned: {} } }
    ---
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: { name: api, namespace: shop }
    spec:
      template:
        spec:
          imagePullSecrets: [{ name: registry }]
          containers: [{ name: api, envFrom: [{ secretRef: { name: database-url } }] }]
          volumes: [{ name: tls, secret: { secretName: mesh-tls } }]
    ---
    { apiVersion: v1, kind: ConfigMap, metadata: { name: other, namespace: shop } }
    `;
  const { waves, edges } = ordered(manifests);
  expect(waves).toEqual({
    "Namespace shop": -2,
    "SecretStore shop/vault": -2,
    "Secret shop/token": -2,
    "ServiceAccount shop/vault": -2,
    "ExternalSecret shop/database": -1,
    "SealedSecret shop/registry": -1,
    "Certificate shop/mesh": -1,
    "ClusterIssuer internal": -2,
  });
  expect(edges.filter((edge) => !edge.includes("<= Namespace"))).toEqual([
    "SecretStore shop/vault <= Secret shop/token, exists: signs in with it",
    "SecretStore shop/vault <= ServiceAccount shop/vault, exists: signs in as it",
    "StatefulSet shop/api <= SealedSecret shop/registry, ready: pulls images with the Secret registry that it makes",
    "StatefulSet shop/api <= Certificate shop/mesh, ready: reads the Secret mesh-tls that it makes, by the volume tls",
    "Certificate shop/mesh <= ClusterIssuer internal, exists: is signed by it",
    "StatefulSet shop/api <= ExternalSecret shop/database, ready: reads the Secret database-url that it makes, by envFrom",
    "ExternalSecret shop/database <= SecretStore shop/vault, exists: reads from it",
  ]);
});

const migrated = `
  apiVersion: batch/v1
  kind: Job
  metadata:
    name: migrate
    labels: { app: api, app.kubernetes.io/component: migration }
    annotations: { argocd.argoproj.io/hook: Sync }
  spec:
    template:
      spec: { serviceAccountName: migrator, containers: [{ name: migrate, envFrom: [{ configMapRef: { name: config } }, { secretRef: { name: url } }] }] }
  ---
  { apiVersion: v1, kind: Namespace, metadata: { name: default } }
  ---
  { apiVersion: v1, kind: ConfigMap, metadata: { name: config } }
  ---
  { apiVersion: v1, kind: ServiceAccount, metadata: { name: migrator }, imagePullSecrets: [{ name: url }] }
  ---
  apiVersion: rbac.authorization.k8s.io/v1
  kind: RoleBinding
  metadata: { name: migrator }
  roleRef: { kind: Role, name: migrator }
  subjects: [{ kind: ServiceAccount, name: migrator }]
  ---
  { apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: { name: migrator } }
  ---
  { apiVersion: external-secrets.io/v1, kind: ExternalSecret, metadata: { name: url }, spec: {} }
  ---
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: api }
  spec: { template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: api, envFrom: [{ configMapRef: { name: config } }] }] } } }
  ---
  apiVersion: batch/v1
  kind: CronJob
  metadata: { name: report }
  spec: { jobTemplate: { spec: { template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: report }] } } } } }
  ---
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: web }
  spec: { template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web }] } } }
  `;

test("a migration is before its app's workloads, and after what it needs", () => {
  const { waves, edges } = ordered(migrated);
  expect(waves).toEqual({
    "Namespace default": -2,
    "ExternalSecret default/url": -2,
    "ConfigMap default/config": -1,
    "ServiceAccount default/migrator": -1,
    "Role default/migrator": -1,
    "RoleBinding default/migrator": -1,
    "Job default/migrate": -1,
  });
  expect(edges.filter((edge) => !edge.includes("<= Namespace"))).toEqual([
    "Deployment default/api <= ConfigMap default/config, exists: reads it, by envFrom",
    "Job default/migrate <= ConfigMap default/config, exists: reads it, by envFrom",
    "Job default/migrate <= ServiceAccount default/migrator, exists: runs as it",
    "RoleBinding default/migrator <= ServiceAccount default/migrator, exists: gives rights to it",
    "Deployment default/api <= Job default/migrate, ready: needs the data as it leaves them",
    "CronJob default/report <= Job default/migrate, ready: needs the data as it leaves them",
    "Job default/migrate <= ExternalSecret default/url, ready: reads the Secret url that it makes, by envFrom; pulls images with the Secret url that it makes, by its ServiceAccount",
    "RoleBinding default/migrator <= Role default/migrator, exists: binds it",
    "Job default/migrate <= RoleBinding default/migrator, exists: runs as migrator, to which it gives rights",
  ]);
});

test("a PreSync hook comes before what it reads", () => {
  expect(ordered(migrated.replace("hook: Sync", "hook: PreSync")).wrongPhases).toEqual([
    "Job default/migrate <= ConfigMap default/config, exists: reads it, by envFrom",
    "Job default/migrate <= ServiceAccount default/migrator, exists: runs as it",
    "Job default/migrate <= ExternalSecret default/url, ready: reads the Secret url that it makes, by envFrom; pulls images with the Secret url that it makes, by its ServiceAccount",
    "Job default/migrate <= RoleBinding default/migrator, exists: runs as migrator, to which it gives rights",
  ]);
});

test("a hook of another phase needs no wave, one that no sync runs binds nothing", () => {
  const found = ["Sync", "PostSync", "SyncFail", "Skip", "PostSync, PreSync"].map((phase) => {
    const { waves, wrongPhases } = ordered(withHook(`argocd.argoproj.io/hook: "${phase}"`));
    return { phase, waves, wrong: wrongPhases?.length };
  });
  expect(found).toEqual([
    { phase: "Sync", waves: { "PriorityClass low": -1 }, wrong: undefined },
    { phase: "PostSync", waves: {}, wrong: undefined },
    { phase: "SyncFail", waves: {}, wrong: undefined },
    { phase: "Skip", waves: {}, wrong: undefined },
    { phase: "PostSync, PreSync", waves: {}, wrong: 2 },
  ]);
  expect(ordered(withHook("helm.sh/hook: pre-install")).wrongPhases).toHaveLength(2);
  expect(ordered(withHook('helm.sh/hook: post-install, helm.sh/hook-weight: "3"')).waves).toEqual({
    "Job default/test": 3,
  });
});

test("what works in either order is shown and forces nothing", () => {
  const manifests = `
    { apiVersion: v1, kind: Service, metadata: { name: db }, spec: { selector: { app: db, tier: data } } }
    ---
    { apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: all }, spec: { podSelector: {} } }
    ---
    apiVersion: policy/v1
    kind: PodDisruptionBudget
    metadata: { name: db }
    spec: { selector: { matchExpressions: [{ key: app, operator: In, values: [db] }, { key: old, operator: DoesNotExist }] } }
    ---
    apiVersion: autoscaling/v2
    kind: HorizontalPodAutoscaler
    metadata: { name: db }
    spec: { scaleTargetRef: { apiVersion: apps/v1, kind: StatefulSet, name: db } }
    ---
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: { name: db }
    spec: { serviceName: db, template: { metadata: { labels: { app: db, tier: data } }, spec: { containers: [{ name: db, envFrom: [{ secretRef: { name: made, optional: true } }] }] } } }
    ---
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: { name: web }
    spec:
      tls: [{ secretName: made }]
      rules: [{ http: { paths: [{ backend: { service: { name: db } } }] } }]
    ---
    { apiVersion: cert-manager.io/v1, kind: Certificate, metadata: { name: web }, spec: { secretName: made } }
    `;
  expect(ordered(manifests)).toEqual({
    waves: {},
    edges: [
      "StatefulSet default/db <= Service default/db, any: answers for it; has the names of its pods from it",
      "Ingress default/web <= Service default/db, any: routes to it",
      "HorizontalPodAutoscaler default/db <= StatefulSet default/db, any: scales it",
      "StatefulSet default/db <= Certificate default/web, any: reads the Secret made that it makes, by envFrom",
      "Ingress default/web <= Certificate default/web, any: serves with the Secret made that it makes",
      "StatefulSet default/db <= NetworkPolicy default/all, any: is isolated by it",
      "StatefulSet default/db <= PodDisruptionBudget default/db, any: is protected by it",
    ],
  });
  expect(ordered(manifests, { shown: false })).toEqual({ waves: {}, edges: [] });
});

test("classes, volumes and definitions", () => {
  const manifests = `
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: { name: queues.example.com }
    spec: { group: example.com, names: { kind: Queue } }
    ---
    { apiVersion: example.com/v1, kind: Queue, metadata: { name: mail } }
    ---
    { apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: { name: fast } }
    ---
    { apiVersion: v1, kind: PersistentVolume, metadata: { name: disk }, spec: { storageClassName: fast } }
    ---
    { apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: data }, spec: { volumeName: disk } }
    ---
    { apiVersion: node.k8s.io/v1, kind: RuntimeClass, metadata: { name: gvisor } }
    ---
    apiVersion: v1
    kind: Pod
    metadata: { name: worker }
    spec:
      runtimeClassName: gvisor
      containers: [{ name: worker }]
      volumes:
        - { name: data, persistentVolumeClaim: { claimName: data } }
        - { name: scratch, ephemeral: { volumeClaimTemplate: { spec: { storageClassName: fast } } } }
    ---
    { apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: { name: public } }
    ---
    { apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: web }, spec: { ingressClassName: public } }
    `;
  expect(ordered(manifests)).toEqual({
    // Argo CD lists no RuntimeClass, and applies what it does not list last.
    waves: { "RuntimeClass gvisor": -1 },
    edges: [
      "PersistentVolumeClaim default/data <= PersistentVolume disk, exists: claims it",
      "Pod default/worker <= PersistentVolumeClaim default/data, exists: mounts it, by the volume data",
      "Queue default/mail <= CustomResourceDefinition queues.example.com, ready: is of the kind that it defines",
      "Ingress default/web <= IngressClass public, exists: is of its class",
      "Pod default/worker <= RuntimeClass gvisor, exists: runs by it",
      "PersistentVolume disk <= StorageClass fast, exists: is of its class",
      "Pod default/worker <= StorageClass fast, exists: claims a volume of it, by the volume scratch",
    ],
  });
});

test("objects that wait for each other are named, and what waits for them is not", () => {
  const { cycles, waves } = ordered(circle);
  expect(waves).toEqual({});
  expect(cycles).toEqual([
    [
      "SecretStore default/vault <= ExternalSecret default/vault-token, ready: signs in with the Secret vault-token that it makes",
      "ExternalSecret default/vault-token <= SecretStore default/vault, exists: reads from it",
    ],
  ]);
});

test("a written wave stays, and moves what it has to", () => {
  const contradictions = ["Deployment default/web <= ConfigMap default/config, exists: reads it, by envFrom"];
  expect(ordered(annotated(wave('"3"'), ""))).toMatchObject({
    waves: { "ConfigMap default/config": 3, "Deployment default/web": 3 },
  });
  expect(ordered(annotated("", wave('"-4"'))).waves).toEqual({
    "Namespace default": -4,
    "ConfigMap default/config": -4,
    "Deployment default/web": -4,
  });
  expect(ordered(annotated(wave('"+1"'), wave('"0"')))).toMatchObject({ contradictions: [contradictions] });
  // Argo CD takes for 0 what it cannot read.
  expect(ordered(annotated(wave("first"), wave("1"))).waves).toEqual({});
});

test("a written wave may contradict another through objects that have none", () => {
  const manifests = `
    { apiVersion: v1, kind: Namespace, metadata: { name: default, annotations: { argocd.argoproj.io/sync-wave: "0" } } }
    ---
    { apiVersion: bitnami.com/v1alpha1, kind: SealedSecret, metadata: { name: made } }
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: { name: web, annotations: { argocd.argoproj.io/sync-wave: "0" } }
    spec: { template: { spec: { containers: [{ name: web, envFrom: [{ secretRef: { name: made } }] }] } } }
    `;
  expect(ordered(manifests).contradictions).toEqual([
    [
      "SealedSecret default/made <= Namespace default, exists: is in it",
      "Deployment default/web <= SealedSecret default/made, ready: reads the Secret made that it makes, by envFrom",
    ],
  ]);
});

test("what names no namespace is in that of the environment, also an account that a ClusterRoleBinding names", () => {
  const manifests = `
    { apiVersion: v1, kind: Namespace, metadata: { name: one } }
    ---
    { apiVersion: v1, kind: Namespace, metadata: { name: two } }
    ---
    { apiVersion: v1, kind: ServiceAccount, metadata: { name: here } }
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRoleBinding
    metadata: { name: all }
    roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
    subjects: [{ kind: ServiceAccount, name: here }]
    `;
  expect(ordered(manifests, { unplaced: "two" }).edges).toEqual([
    "ServiceAccount two/here <= Namespace two, exists: is in it",
    "ClusterRoleBinding all <= ServiceAccount two/here, exists: gives rights to it",
  ]);
});

test("the API and the definitions here say what is in no namespace, and not a kind's name", () => {
  const manifests = `
    { apiVersion: v1, kind: Namespace, metadata: { name: shop } }
    ---
    { apiVersion: cluster.x-k8s.io/v1beta1, kind: ClusterClass, metadata: { name: small } }
    ---
    { apiVersion: networking.k8s.io/v1, kind: IPAddress, metadata: { name: 10.0.0.1 } }
    ---
    { apiVersion: example.com/v1, kind: Region, metadata: { name: north } }
    ---
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: { name: regions.example.com }
    spec: { group: example.com, scope: Cluster, names: { kind: Region } }
    `;
  expect(ordered(manifests, { unplaced: "shop" }).edges).toEqual([
    "ClusterClass shop/small <= Namespace shop, exists: is in it",
    "Region north <= CustomResourceDefinition regions.example.com, ready: is of the kind that it defines",
  ]);
});

function withHook(phase: string): string {
  return `
    { apiVersion: v1, kind: ConfigMap, metadata: { name: config } }
    ---
    apiVersion: batch/v1
    kind: Job
    metadata: { name: test, annotations: { ${phase} } }
    spec: { template: { spec: { priorityClassName: low, containers: [{ name: test, envFrom: [{ configMapRef: { name: config } }] }] } } }
    ---
    { apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: { name: low } }
    `;
}

/** Both with what is written for them. */
function annotated(config: string, web: string): string {
  return `
    { apiVersion: v1, kind: Namespace, metadata: { name: default } }
    ---
    { apiVersion: v1, kind: ConfigMap, metadata: { name: config, annotations: { ${config} } } }
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: { name: web, annotations: { ${web} } }
    spec: { template: { spec: { containers: [{ name: web, envFrom: [{ configMapRef: { name: config } }] }] } } }
    `;
}

function wave(text: string): string {
  return `argocd.argoproj.io/sync-wave: ${text}`;
}
