import { podCheck } from "../../define-check.ts";
import { hostPathsOf } from "../../host-paths.ts";

const sensitive: ReadonlySet<string> = new Set([
  "/",
  "/dev",
  "/etc",
  "/lib",
  "/run",
  "/usr",
  "/var",
  "/var/lib",
  "/var/run",
]);
/** With all that is below them. */
const trees = ["/boot", "/etc/kubernetes", "/proc", "/root", "/sys", "/var/lib/etcd", "/var/lib/kubelet"];

export const hostPathSensitive = podCheck({
  id: "host-path-sensitive",
  group: "security",
  severity: "warning",
  title: "a volume is a directory of the node that holds what the node is made of",
  standsFor: ["pss-host-path"],
  run: (pod, report) => {
    for (const { volume, file, path, covers } of hostPathsOf(pod)) {
      if (!sensitive.has(file) && !trees.some((tree) => file === tree || file.startsWith(`${tree}/`))) continue;
      const message = `volume ${volume} is the node's ${file}, with what the node is made of`;
      report({ path, covers, message, fix: "mount only the one directory that is needed, or nothing of the node" });
    }
  },
});
