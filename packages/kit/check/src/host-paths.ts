import type { Path } from "@kit/schema";
import type { PodView } from "./view/index.ts";

/** A volume of a pod that is a path of its node. */
export interface HostPath {
  readonly volume: string;
  /** Without a slash at the end. */
  readonly file: string;
  readonly path: Path;
}

/** The volumes of a pod that are paths of its node. */
export function hostPathsOf(pod: PodView): HostPath[] {
  return (pod.spec.volumes ?? []).flatMap(({ name = "", hostPath }, index): HostPath[] => {
    if (hostPath?.path === undefined) return [];
    const file = hostPath.path.replace(/(?<=.)\/+$/, "");
    return [{ volume: name, file, path: [...pod.path, "volumes", index, "hostPath", "path"] }];
  });
}
