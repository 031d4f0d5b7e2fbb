import { isDeepStrictEqual } from "node:util";
import type { Problem } from "@kit/errors";
import { plainSecretReason } from "@kit/leaks";
import { secretSourceOf, type Environment, type SecretContract, type SopsFile } from "@kit/model";
import { orderText, reorderedKeys } from "./sops-order.ts";

/** The contracts whose values are in files that SOPS has encrypted. */
export function sopsContracts(
  environment: Pick<Environment, "environment" | "secrets" | "secretSource">,
): { contract: SecretContract; source: SopsFile }[] {
  return (environment.secrets ?? []).flatMap((contract) => {
    const source = secretSourceOf(environment, contract);
    return source?.type === "sops" ? [{ contract, source }] : [];
  });
}

/** A Secret as data. */
export interface SecretData {
  readonly kind?: unknown;
  readonly metadata?: { readonly name?: string; readonly namespace?: string };
  readonly data?: Readonly<Record<string, unknown>>;
  readonly stringData?: Readonly<Record<string, unknown>>;
}

export interface SopsCheck {
  /** The path of the file, from the repository's root. */
  readonly file: string;
  readonly contract: SecretContract;
  /** The environment's namespace. */
  readonly namespace: string;
  /** What the file has, before kustomize; undefined where there is no such file. */
  readonly written: SecretData | undefined;
  /** The Secret of the contract's name in what the overlay renders. */
  readonly rendered: SecretData | undefined;
  /** The same two as texts, which tell the order of their keys. */
  readonly texts: { readonly written: string; readonly rendered: string } | undefined;
  /** Who decrypts it, where that looks at the order of its values; undefined where only Flux does, which does not. */
  readonly decryptedBy: string | undefined;
}

/**
 * What is wrong with a Secret that SOPS has encrypted: it must be what its contract says, and come out of kustomize
 * as it was encrypted, for SOPS proves with `sops.mac` that nobody has changed it. No message shows a value.
 */
export function checkSopsFile({
  file,
  contract,
  namespace,
  written,
  rendered,
  texts,
  decryptedBy,
}: SopsCheck): Problem[] {
  const problem = (what: string, next: string): Problem => ({ code: "secret-sops", what, where: file, next });
  const { name } = contract;
  if (written === undefined) {
    return [
      problem(
        `there is no file with the Secret ${name}`,
        `write the Secret, then encrypt it: sops encrypt --in-place ${file}`,
      ),
    ];
  }
  if (written.kind !== "Secret" || written.metadata?.name !== name) {
    return [
      problem(
        `the file is not the Secret ${name}`,
        `write kind: Secret and metadata.name: ${name} before you encrypt it`,
      ),
    ];
  }
  const reason = plainSecretReason(written);
  if (reason !== undefined) {
    const next = `encrypt it: sops encrypt --in-place ${file}. A value that has been committed is known: make a new one`;
    return [problem(`the Secret ${name} can be read by anybody: ${reason}`, next)];
  }
  const keys = checkKeys(contract, written).map(([what, next]) => problem(what, next));
  if (rendered === undefined) {
    const next = `add ${file.split("/").at(-1)} to \`resources:\` of the overlay`;
    return [...keys, problem(`the overlay does not render the Secret ${name} of this file`, next)];
  }
  const changed = checkRendered(name, namespace, written, rendered).map(([what, next]) => problem(what, next));
  const orders = texts === undefined || decryptedBy === undefined ? [] : reorderedKeys(texts.written, texts.rendered);
  if (orders.length === 0) return [...keys, ...changed];
  const what = `kustomize sorts the keys of ${name}, and SOPS signs the values in their order: ${decryptedBy} would refuse it (MAC mismatch)`;
  return [...keys, ...changed, problem(what, `write its keys in this order with \`sops edit\`: ${orderText(orders)}`)];
}

function checkKeys({ name, keys }: SecretContract, { data, stringData }: SecretData): [string, string][] {
  const given = Object.keys({ ...data, ...stringData });
  const wanted = Object.keys(keys);
  const missing = wanted.filter((key) => !given.includes(key));
  const extra = given.filter((key) => !wanted.includes(key));
  return [
    ...missing.map((key): [string, string] => [`the Secret ${name} lacks the key ${key}`, "add it with `sops edit`"]),
    ...extra.map((key): [string, string] => [
      `the Secret ${name} has the key ${key}, which its contract does not have`,
      "remove it with `sops edit`, or add it to the contract",
    ]),
  ];
}

function checkRendered(name: string, namespace: string, written: SecretData, rendered: SecretData): [string, string][] {
  const own = written.metadata?.namespace;
  if (own !== namespace) {
    const what =
      own === undefined
        ? `no namespace, and would be put into ${namespace}: SOPS would refuse it as changed`
        : `the namespace ${own}, and its environment is in ${namespace}: no pod there would find it`;
    const next = `write metadata.namespace: ${namespace} with \`sops edit\`, which signs it`;
    return [[`the file of ${name} has ${what}`, next]];
  }
  if (isDeepStrictEqual(written, rendered)) return [];
  const next = "take out what patches it, labels it or renames it; write that into the file with `sops edit`";
  return [[`the overlay changes the Secret ${name}: SOPS would refuse it as changed`, next]];
}
