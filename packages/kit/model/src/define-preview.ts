import { shown, UserError } from "@kit/errors";
import type { Environment } from "./environment.ts";
import { sampleRequest, type Preview, type PreviewRequest } from "./preview.ts";

/** What a preview is made of. */
interface PreviewDefinition<Env extends Environment> extends Pick<Preview, "max" | "images"> {
  /** One environment, as a function of the pull request: namespace, hosts and URLs have its number. */
  readonly environment: (request: PreviewRequest) => Env;
}

/**
 * Defines an environment per pull request. It stands among the environments of its system as a sample: the environment of
 * `sampleRequest`, which is rendered, committed, checked and reviewed like any other, and deployed by nobody.
 */
export function definePreview<Env extends Environment>({ max, images, environment }: PreviewDefinition<Env>): Env {
  const preview: Preview = { max, images, of: environment };
  return { ...environment(sampleRequest), preview };
}

/**
 * The environment of a pull request.
 *
 * @throws UserError where its function throws.
 */
export function previewFor(
  { id, preview }: Environment & { readonly preview: Preview },
  request: PreviewRequest,
): unknown {
  try {
    return preview.of(request);
  } catch (error) {
    throw new UserError(
      {
        code: "package-threw",
        what: `the environment of a pull request threw ${(error as Error).name}: ${(error as Error).message}`,
        where: `environment ${shown(id)}`,
        next: "correct the function in definePreview; it gets number, commit and shortCommit, all of them texts",
      },
      { cause: error },
    );
  }
}
