import { podSecurityCheck } from "../../pod-security.ts";

export const pssHostPath = podSecurityCheck({
  id: "pss-host-path",
  title: "a volume is a path of the node",
  level: "baseline",
  run: (pod, report) => {
    pod.spec.volumes?.forEach(({ name, hostPath }, index) => {
      if (hostPath === undefined) return;
      const message = `volume ${name} is the node's ${hostPath.path}`;
      const fix = "use a persistentVolumeClaim, an emptyDir or a ConfigMap";
      report({ path: [...pod.path, "volumes", index, "hostPath"], message, fix });
    });
  },
});
