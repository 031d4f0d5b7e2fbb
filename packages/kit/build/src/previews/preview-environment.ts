import type { Environment, Preview } from "@kit/model";

/** An environment that is a preview. */
export type PreviewEnvironment = Environment & { readonly preview: Preview };

export function isPreviewEnvironment(environment: Environment): environment is PreviewEnvironment {
  return environment.preview !== undefined;
}
