import type { Path } from "@kit/schema";
import type { PodView } from "./view/index.ts";

/** A volume of a pod that is a path of its node. */
export interface HostPath {
  readonly volume: string;
  /** Without a slash at the end. */
  readonly file: string;
  readonly path: Path;
  /** It with all that it is, and whether each container that mounts it may write to it. */
  readonly covers: readonly Path[];
}

/** The volumes of a pod that are paths of its node. */
export function hostPathsOf(pod: PodView): HostPath[] {
  return (pod.spec.volumes ?? []).flatMap(({ name = "", hostPath }, index): HostPath[] => {
    if (hostPath?.path === undefined) return [];
    const file = hostPath.path.replace(/(?<=.)\/+$/, "");
    const place = [...pod.path, "volumes", index, "hostPath"];
    return [{ volume: name, file, path: [...place, "path"], covers: [place, ...mountsOf(pod, name)] }];
  });
}

function mountsOf({ containers }: PodView, volume: string): Path[] {
  return containers.flatMap(({ container, path }) =>
    (container.volumeMounts ?? []).flatMap(({ name }, index) =>
      name === volume ? [[...path, "volumeMounts", index, "readOnly"]] : [],
    ),
  );
}
