import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "@kit/errors";
import type { Rendered } from "@kit/render";
import { checkSopsFile, sopsContracts, type SecretData } from "@kit/secrets";
import { readAsKustomize } from "@kit/yaml";

/** What is read of an environment. */
export type SopsEnvironment = Parameters<typeof sopsContracts>[0] & { readonly id: string; readonly namespace: string };

/** What is wrong with the Secrets that SOPS has encrypted for an environment; none where it has no such source. */
export function checkSopsFiles(
  root: string,
  environments: readonly SopsEnvironment[],
  { overlay: { id }, documents }: Rendered,
  engine: SyncEngine,
): Problem[] {
  const environment = environments.find((one) => one.id === id)!;
  return sopsContracts(environment).flatMap(({ contract, source }) => {
    const file = `overlays/${id}/${source.file}`;
    const rendered = documents.find(({ kind, name }) => kind === "Secret" && name === contract.name);
    const written = read(join(root, file));
    return checkSopsFile({
      file,
      contract,
      namespace: environment.namespace,
      written: written?.data,
      rendered: rendered?.data as SecretData | undefined,
      texts:
        written === undefined || rendered === undefined
          ? undefined
          : { written: written.text, rendered: rendered.text },
      decryptedBy: decryptedBy(engine),
    });
  });
}

/** What syncs the repository, as `packages/gitops` says; undefined where nobody says it. */
type SyncEngine = "argocd" | "flux" | "both" | undefined;

/** Flux does not look at the signature: kustomize may have changed the order. */
function decryptedBy(engine: SyncEngine): string | undefined {
  if (engine === "flux") return undefined;
  return engine === undefined ? "`sops decrypt`" : "what decrypts it for Argo CD";
}

/** Undefined where there is no file. kustomize has refused what is not YAML, where the overlay names it. */
function read(file: string): { readonly text: string; readonly data: SecretData } | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  return { text: bytes.toString("utf8"), data: (readAsKustomize(bytes)[0]?.data ?? {}) as SecretData };
}
