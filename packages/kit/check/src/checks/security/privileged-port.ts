import { containerCheck } from "../../define-check.ts";
import { describeContainer } from "../../describe-container.ts";

export const privilegedPort = containerCheck({
  id: "privileged-port",
  group: "security",
  severity: "info",
  title: "a container opens a port below 1024, which takes a privilege to open",
  run: (container, report) => {
    container.container.ports?.forEach(({ containerPort = 0 }, index) => {
      if (containerPort === 0 || containerPort >= 1024) return;
      const message = `${describeContainer(container)} opens port ${containerPort}, which may take a privilege to open`;
      const fix = "let it open a port from 1024 up; the Service can still offer the other";
      report({ path: [...container.path, "ports", index, "containerPort"], message, fix });
    });
  },
});
