import { exitCodes } from "@kit/errors";
import { ownDefinitions } from "@kit/repository";
import { print } from "@kit/terminal";

/** Prints the kinds that the repository defines. Returns the exit code. */
export function listDefinitions(root: string): number {
  const kinds = ownDefinitions(root);
  const lines = kinds.map(
    ({ group, kind, namespaced, versions }) =>
      `${group} ${kind} ${versions.join(", ")}${namespaced ? "" : ", of the cluster"}\n`,
  );
  print(lines.length === 0 ? "no definition is here: `crds add FILE` takes them\n" : lines.join(""));
  return exitCodes.ok;
}
