import {
  externalParts,
  secretSourceOf,
  type Environment,
  type ExternalSecrets,
  type KubeObject,
  type Sealed,
  type SecretContract,
} from "@kit/model";
import { ExternalSecret } from "@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret";
import { SealedSecret } from "@kubernetes-models/sealed-secrets/bitnami.com/v1alpha1/SealedSecret";

type Labels = Record<string, string>;

/**
 * The objects from which operators make the Secrets of an environment. None for those that come otherwise.
 *
 * @throws UserError where a function of a source throws.
 */
export function secretObjects(environment: Environment): KubeObject[] {
  return (environment.secrets ?? []).flatMap((contract): KubeObject[] => {
    const source = secretSourceOf(environment, contract);
    if (source?.type === "external") return [externalSecret(environment.id, contract, source)];
    if (source?.type === "sealed") return [sealedSecret(contract, source)];
    return [];
  });
}

/**
 * Writes out what External Secrets Operator adds where it is missing, so that a sync finds no difference. A Secret of
 * another type than Opaque needs a template, and with one the labels have to stand there too.
 */
function externalSecret(id: string, contract: SecretContract, source: ExternalSecrets): ExternalSecret {
  const { name, type = "Opaque" } = contract;
  const { store, refreshInterval = "1h", nullBytePolicy } = source;
  const { labels, remoteRefs } = externalParts(id, source, contract);
  return new ExternalSecret({
    metadata: { name, ...labelled(labels).metadata },
    spec: {
      refreshInterval,
      secretStoreRef: { kind: store.kind, name: store.name },
      target: {
        name,
        creationPolicy: "Owner",
        deletionPolicy: "Retain",
        ...(type === "Opaque"
          ? {}
          : { template: { engineVersion: "v2", mergePolicy: "Replace", type, ...labelled(labels) } }),
      },
      data: Object.entries(remoteRefs).map(([secretKey, remoteRef]) => ({
        secretKey,
        remoteRef: {
          ...remoteRef,
          conversionStrategy: "Default",
          decodingStrategy: "None",
          metadataPolicy: "None",
          ...(nullBytePolicy === undefined ? {} : { nullBytePolicy }),
        },
      })),
    },
  });
}

function sealedSecret(
  { name, type = "Opaque", labels = {}, keys }: SecretContract,
  { encryptedData }: Sealed,
): SealedSecret {
  return new SealedSecret({
    metadata: { name, ...labelled(labels).metadata },
    spec: {
      encryptedData: Object.fromEntries(Object.keys(keys).map((key) => [key, encryptedData[key]!])),
      // The controller gives it the name and the namespace of the SealedSecret.
      template: { type, ...labelled(labels) },
    },
  });
}

function labelled(labels: Labels): { metadata?: { labels: Labels } } {
  return Object.keys(labels).length === 0 ? {} : { metadata: { labels: { ...labels } } };
}
