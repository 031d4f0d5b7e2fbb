import { UserError } from "@kit/errors";
import { kustomizationsOf, readOverlay } from "@kit/render";

/** Which of some environments are built from a kustomization that people wrote; looked up where somebody asks. */
export function usersOfFiles(root: string, ids: readonly string[]): (file: string) => string[] {
  let known: readonly (readonly [id: string, files: readonly string[]])[] | undefined;
  return (file) => {
    known ??= ids.map((id) => [id, filesOf(root, id)]);
    return known.filter(([, files]) => files.includes(file)).map(([id]) => id);
  };
}

function filesOf(root: string, id: string): string[] {
  try {
    return kustomizationsOf(root, readOverlay(root, id).file).map(({ file }) => file);
  } catch (error) {
    // One without an overlay, or with one that no build takes, deploys nothing.
    if (error instanceof UserError) return [];
    throw error;
  }
}
