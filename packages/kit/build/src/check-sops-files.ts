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
): Problem[] {
  const environment = environments.find((one) => one.id === id)!;
  return sopsContracts(environment).flatMap(({ contract, source }) => {
    const file = `overlays/${id}/${source.file}`;
    const rendered = documents.find(({ kind, name }) => kind === "Secret" && name === contract.name);
    return checkSopsFile({
      file,
      contract,
      namespace: environment.namespace,
      written: read(join(root, file)),
      rendered: rendered?.data as SecretData | undefined,
    });
  });
}

/** Undefined where there is no file. kustomize has refused what is not YAML, where the overlay names it. */
function read(file: string): SecretData | undefined {
  if (!existsSync(file)) return undefined;
  return (readAsKustomize(readFileSync(file))[0]?.data ?? {}) as SecretData;
}
