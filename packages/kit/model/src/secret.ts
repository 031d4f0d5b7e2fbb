import type { IEnvVar } from "kubernetes-models/v1/EnvVar";
import { pem, type SecretValue } from "./secret-value.ts";

/** One key of a Secret. */
export interface SecretKey {
  /** What it is and where it comes from, for whoever creates it. Never a value. */
  readonly description: string;
  /** The services that may read it, and no others. Default: whichever do. */
  readonly consumers?: readonly string[];
  /** What a valid value looks like, such as `postgresUrl()`. */
  readonly value: SecretValue;
  /**
   * Its name in an env file. Keys with one name, in one environment, have one value.
   * Default: the key in upper case with `_` (`variableOf`).
   */
  readonly variable?: string;
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

/** What a key is called in an env file: `database-url` is DATABASE_URL there. */
export function variableOf(
  contract: { readonly keys: Readonly<Record<string, Pick<SecretKey, "variable">>> },
  key: string,
): string {
  return contract.keys[key]?.variable ?? key.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_");
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

/** The contract of the certificate for a host: `shop.example.com` is served with `shop-example-com-tls`. */
export function tlsSecret(host: string): SecretContract<"tls.crt" | "tls.key"> {
  return {
    name: tlsSecretName(host),
    type: "kubernetes.io/tls",
    provider: "platform",
    keys: {
      "tls.crt": { description: `the certificate chain for ${host}`, value: pem("CERTIFICATE") },
      "tls.key": {
        description: `the private key of the certificate for ${host}`,
        value: pem("PRIVATE KEY"),
      },
    },
  };
}

/** The name of the Secret with the certificate for a host: the host with dashes for dots, and `-tls`. */
export function tlsSecretName(host: string): string {
  return `${host.replaceAll(".", "-")}-tls`;
}
