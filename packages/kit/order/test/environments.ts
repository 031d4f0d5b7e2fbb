import fc from "fast-check";
import { waveAnnotation } from "../src/index.ts";

export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string | undefined;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

// Few names, so that objects meet.
const name = fc.constantFrom("a", "b", "c");
const namespace = fc.constantFrom(undefined, "a");
const annotations = fc.oneof(
  { weight: 9, arbitrary: fc.constant<Record<string, string>>({}) },
  { weight: 1, arbitrary: fc.integer({ min: -3, max: 3 }).map((wave) => ({ [waveAnnotation]: String(wave) })) },
);

const reference = fc.record({ name, optional: fc.boolean() });
const pod = fc.record({
  containers: fc.tuple(
    fc.record({
      name,
      envFrom: fc.array(
        fc.oneof(
          reference.map((configMapRef) => ({ configMapRef })),
          reference.map((secretRef) => ({ secretRef })),
        ),
        { maxLength: 3 },
      ),
    }),
  ),
  volumes: fc.array(fc.record({ name, persistentVolumeClaim: fc.record({ claimName: name }) }), { maxLength: 1 }),
  serviceAccountName: name,
});
const template = fc.record({ metadata: fc.record({ labels: fc.record({ app: name }) }), spec: pod });
const labels = fc.record({ app: name });

function manifest(
  apiVersion: string,
  kind: string,
  rest: fc.Arbitrary<object> = fc.constant({}),
): fc.Arbitrary<Manifest> {
  const metadata = fc.record({ name, namespace, labels });
  return fc.record({ metadata, rest }).map(({ metadata: one, rest: other }) => ({
    apiVersion,
    kind,
    metadata: one,
    ...other,
  }));
}

const spec = (content: fc.Arbitrary<object>): fc.Arbitrary<object> => content.map((one) => ({ spec: one }));

/** Kinds whose order within a wave Argo CD knows, and that nobody waits for. */
const plain = [
  manifest("v1", "Namespace").map((one) => ({ ...one, metadata: { ...one.metadata, namespace: undefined } })),
  manifest("v1", "ConfigMap"),
  manifest("v1", "Secret"),
  manifest("v1", "ServiceAccount"),
  manifest("v1", "PersistentVolumeClaim"),
  manifest("v1", "Service", spec(fc.record({ selector: labels }))),
  ...["Deployment", "StatefulSet", "DaemonSet"].map((kind) => manifest("apps/v1", kind, spec(fc.record({ template })))),
  manifest("batch/v1", "Job", spec(fc.record({ template }))),
  manifest("batch/v1", "CronJob", spec(fc.record({ jobTemplate: fc.record({ spec: fc.record({ template }) }) }))),
  manifest("rbac.authorization.k8s.io/v1", "Role"),
  manifest(
    "rbac.authorization.k8s.io/v1",
    "RoleBinding",
    fc.record({
      roleRef: fc.record({ kind: fc.constant("Role"), name }),
      subjects: fc.tuple(fc.record({ kind: fc.constant("ServiceAccount"), name })),
    }),
  ),
];

const operated = [
  manifest(
    "external-secrets.io/v1",
    "ExternalSecret",
    spec(fc.record({ secretStoreRef: fc.record({ name }), target: fc.record({ name }) })),
  ),
  manifest(
    "external-secrets.io/v1",
    "SecretStore",
    spec(fc.record({ provider: fc.record({ tokenSecretRef: reference }) })),
  ),
  manifest("bitnami.com/v1alpha1", "SealedSecret"),
  manifest("cert-manager.io/v1", "Certificate", spec(fc.record({ secretName: name, issuerRef: fc.record({ name }) }))),
  manifest("cert-manager.io/v1", "Issuer", spec(fc.record({ ca: fc.record({ secretName: name }) }))),
  manifest("batch/v1", "Job", spec(fc.record({ template }))).map((job) => ({
    ...job,
    metadata: {
      ...job.metadata,
      name: `migrate-${job.metadata.name}`,
      labels: { ...job.metadata.labels, "app.kubernetes.io/component": "migration" },
      annotations: { "argocd.argoproj.io/hook": "Sync" },
    },
  })),
];

/** Objects that need each other in any way, a few of them with a wave. */
export function environment(): fc.Arbitrary<Manifest[]> {
  const object = fc.tuple(fc.oneof(...plain, ...operated), annotations).map(([one, written]) => ({
    ...one,
    metadata: { ...one.metadata, annotations: { ...one.metadata.annotations, ...written } },
  }));
  return set(object);
}

/** Objects of an environment that has no operator, no migration and no wave. */
export function plainEnvironment(): fc.Arbitrary<Manifest[]> {
  return set(fc.oneof(...plain));
}

// Two that are one to the API server are refused elsewhere.
function set(object: fc.Arbitrary<Manifest>): fc.Arbitrary<Manifest[]> {
  const selector = ({ apiVersion, kind, metadata }: Manifest): string =>
    [apiVersion, kind, metadata.namespace ?? "default", metadata.name].join("/");
  return fc.uniqueArray(object, { maxLength: 25, selector });
}
