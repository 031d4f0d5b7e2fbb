import { describeContainer } from "../../describe-container.ts";
import { podSecurityCheck } from "../../pod-security.ts";

export const pssHostPorts = podSecurityCheck({
  id: "pss-host-ports",
  title: "a container takes a port of its node",
  level: "baseline",
  run: (pod, report) => {
    for (const container of pod.containers) {
      container.container.ports?.forEach(({ hostPort = 0 }, index) => {
        if (hostPort === 0) return;
        const message = `${describeContainer(container)} takes port ${hostPort} of its node`;
        const fix = "leave hostPort out, and reach the pods through a Service";
        report({ path: [...container.path, "ports", index, "hostPort"], message, fix });
      });
    }
  },
});
