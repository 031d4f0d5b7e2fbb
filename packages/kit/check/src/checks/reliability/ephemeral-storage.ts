import { containerCheck } from "../../define-check.ts";
import { describeContainer } from "../../describe-container.ts";
import { hasResource } from "../../missing-resource.ts";
import { keepsRunning } from "../../pods/handlers.ts";

export const ephemeralStorage = containerCheck({
  id: "ephemeral-storage",
  group: "reliability",
  severity: { development: "off", production: "info" },
  title: "a container may fill the disk of its node, and everything on the node is evicted",
  needs: ["objects"],
  run: (container, report, environment) => {
    if (!keepsRunning(container) || hasResource(container, environment, "limits", "ephemeral-storage")) return;
    const message = `${describeContainer(container)} has no limit of ephemeral storage: its files and logs may fill the node's disk`;
    report({
      path: [...container.path, "resources", "limits", "ephemeral-storage"],
      message,
      fix: 'set limits["ephemeral-storage"], and a request below it',
    });
  },
});
