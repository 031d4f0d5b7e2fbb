import { argumentProblem, didYouMean, shown, UserError } from "@kit/errors";
import type { Snapshot } from "./snapshot.ts";

const rendered = "generated/rendered/";

/** The environments that have something rendered, in order. */
export function renderedIds({ files }: Snapshot): string[] {
  const paths = [...files.keys()].filter((path) => path.startsWith(rendered) && path.endsWith(".yaml"));
  return [...new Set(paths.map((path) => path.slice(rendered.length, path.lastIndexOf("/"))))].toSorted();
}

/** The texts of what an environment has rendered, by path, in the order of the files. */
export function renderedTexts({ files }: Pick<Snapshot, "files">, id: string): Map<string, string> {
  const folder = `${rendered}${id}/`;
  return new Map(
    [...files].filter(
      ([path]) => path.startsWith(folder) && !path.includes("/", folder.length) && path.endsWith(".yaml"),
    ),
  );
}

/**
 * Refuses names of environments that have nothing rendered.
 *
 * @throws UserError with all of them.
 */
export function requireRenderedIds(named: readonly string[], known: readonly string[]): void {
  const unknown = named.filter((id) => !known.includes(id));
  UserError.throwIfAny(
    unknown.map((id) =>
      argumentProblem(
        `no environment with the name ${shown(id)} is rendered`,
        `these are: ${known.join(", ")}${didYouMean(id, known)}`,
        "environment-unknown",
      ),
    ),
  );
}
