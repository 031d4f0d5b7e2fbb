/** Why a path is not taken that must not lead upwards: `a/../b`. */
export function noStepsBackProblem(text: string): string | undefined {
  return text.split("/").includes("..") ? "must not contain .." : undefined;
}

/** Why a path is not taken that has to lead downwards from somewhere. */
export function descendingPathProblem(text: string): string | undefined {
  return text.startsWith("/") ? "must be a relative path" : noStepsBackProblem(text);
}

/** Why a path cannot be a file's in a volume: what begins with two dots is the kubelet's. */
export function volumeFilePathProblem(text: string): string | undefined {
  return descendingPathProblem(text) ?? (text.startsWith("..") ? "must not begin with .." : undefined);
}
