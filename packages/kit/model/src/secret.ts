import type { IEnvVar } from "kubernetes-models/v1/EnvVar";

/** One key of a Secret. */
export interface SecretKey {
  /** What it is and where it comes from, for whoever creates it. Never a value. */
  readonly description: string;
  /** The services that read it. */
  readonly consumers: readonly string[];
}

/** What a Secret must hold. The Secret itself is never in the repository. */
export interface SecretContract<Key extends string = string> {
  readonly name: string;
  /** The Secret's type. Default: `Opaque`. */
  readonly type?: "Opaque" | "kubernetes.io/tls";
  /** Who creates it: the team that owns the services, or the platform (certificates, say). */
  readonly provider: "team" | "platform";
  readonly labels?: Readonly<Record<string, string>>;
  readonly keys: Readonly<Record<Key, SecretKey>>;
}

/** Defines the contract of a Secret. */
export function defineSecret<Key extends string>(contract: SecretContract<Key>): SecretContract<Key> {
  return contract;
}

/**
 * An environment variable that reads one key of a Secret.
 *
 * A key outside the contract does not compile.
 *
 * @param variable The variable's name. Default: the key.
 */
export function secretEnv<Key extends string>(
  secret: SecretContract<Key>,
  key: NoInfer<Key>,
  variable: string = key,
): IEnvVar {
  return { name: variable, valueFrom: { secretKeyRef: { name: secret.name, key } } };
}

/** The contract of the certificate for a host: `todo.example.com` is served with `todo-example-com-tls`. */
export function tlsSecret(host: string): SecretContract<"tls.crt" | "tls.key"> {
  return {
    name: tlsSecretName(host),
    type: "kubernetes.io/tls",
    provider: "platform",
    keys: {
      "tls.crt": { description: `the certificate chain for ${host}`, consumers: [] },
      "tls.key": { description: `the private key of the certificate for ${host}`, consumers: [] },
    },
  };
}

/** The name of the Secret with the certificate for a host: the host with dashes for dots, and `-tls`. */
export function tlsSecretName(host: string): string {
  return `${host.replaceAll(".", "-")}-tls`;
}
