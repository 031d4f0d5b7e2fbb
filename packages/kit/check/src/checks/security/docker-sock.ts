import { podCheck } from "../../define-check.ts";
import { hostPathsOf } from "../../host-paths.ts";

const sockets = /(^|\/)(docker|containerd|crio|cri-dockerd|dockershim|podman)\.sock$/;

export const dockerSock = podCheck({
  id: "docker-sock",
  group: "security",
  severity: "warning",
  title: "a pod talks to the container runtime of its node",
  run: (pod, report) => {
    for (const { volume, file, path } of hostPathsOf(pod)) {
      if (!sockets.test(file)) continue;
      const message = `volume ${volume} is the node's ${file}: who has it can start any container on the node`;
      report({
        path,
        message,
        fix: "leave it out; build images without a runtime, and ask the Kubernetes API for the rest",
      });
    }
  },
});
