import { podCheck } from "../../define-check.ts";
import { hostPathsOf } from "../../host-paths.ts";

const sockets = /(^|\/)(docker|containerd|crio|cri-dockerd|dockershim|podman)\.sock$/;

export const dockerSock = podCheck({
  id: "docker-sock",
  group: "security",
  severity: "warning",
  title: "a pod talks to the container runtime of its node",
  standsFor: ["host-path-sensitive", "pss-host-path", "writable-host-mount"],
  run: (pod, report) => {
    for (const { volume, file, path, covers } of hostPathsOf(pod)) {
      if (!sockets.test(file)) continue;
      const message = `volume ${volume} is the node's ${file}: who has it can start any container on the node`;
      report({
        path,
        covers,
        message,
        fix: "leave it out; build images without a runtime, and ask the Kubernetes API for the rest",
      });
    }
  },
});
