import { containerCheck } from "../../define-check.ts";
import { describeContainer } from "../../describe-container.ts";

export const sshPort = containerCheck({
  id: "ssh-port",
  group: "security",
  severity: "warning",
  title: "a container opens the port of SSH",
  standsFor: ["privileged-port"],
  run: (container, report) => {
    container.container.ports?.forEach(({ containerPort, protocol = "TCP" }, index) => {
      if (containerPort !== 22 || protocol !== "TCP") return;
      const message = `${describeContainer(container)} opens port 22, which is SSH's`;
      const fix = "leave the SSH server out: kubectl exec asks the API server, which knows who may";
      report({ path: [...container.path, "ports", index, "containerPort"], message, fix });
    });
  },
});
