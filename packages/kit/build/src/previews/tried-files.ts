import { emit, type SystemSource } from "@kit/emit";
import { previewFor, triedRequests, type Environment, type PreviewRequest } from "@kit/model";
import { isPreviewEnvironment } from "./preview-environment.ts";

/** What the packages say of a request, as a build writes it: text by path below `generated/`. */
export type Texts = ReadonlyMap<string, string>;

/** The same of the two tried requests. */
export type TriedFiles = readonly [Texts, Texts];

/**
 * What a build would write for the two requests that previews are tried with; undefined where there is no preview.
 *
 * @throws UserError with all that is wrong with the environments of these requests.
 */
export function triedFiles(systems: readonly SystemSource[]): TriedFiles | undefined {
  const own = systems.filter(({ environments }) => environments.some(isPreviewEnvironment));
  if (own.length === 0) return undefined;
  const [one, other] = triedRequests;
  return [filesFor(own, one), filesFor(own, other)];
}

function filesFor(systems: readonly SystemSource[], request: PreviewRequest): Texts {
  const tried = systems.map((system) => ({
    ...system,
    environments: system.environments.map((environment) =>
      // What is no environment, the emitter refuses.
      isPreviewEnvironment(environment) ? (previewFor(environment, request) as Environment) : environment,
    ),
  }));
  return emit(tried).files;
}
