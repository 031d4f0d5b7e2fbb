import { defaultCapabilities } from "../../capabilities.ts";
import { isForWindows, podSecurityCheck } from "../../pod-security.ts";
import { containerContext } from "../../security-contexts.ts";

export const pssCapabilitiesRestricted = podSecurityCheck({
  id: "pss-capabilities-restricted",
  title: "a container keeps capabilities that it could drop",
  level: "restricted",
  run: (pod, report) => {
    if (isForWindows(pod)) return;
    for (const { owner, path, context } of pod.containers.map(containerContext)) {
      const { add = [], drop = [] } = context.capabilities ?? {};
      if (!drop.includes("ALL")) {
        const message = `${owner} does not drop ALL capabilities`;
        report({ path: [...path, "capabilities", "drop"], message, fix: 'set drop to ["ALL"]' });
      }
      add.forEach((capability, index) => {
        if (capability === "NET_BIND_SERVICE" || !defaultCapabilities.has(capability)) return;
        const message = `${owner} adds the capability ${capability}`;
        const fix = "remove it: NET_BIND_SERVICE is the only one that may be added";
        report({ path: [...path, "capabilities", "add", index], message, fix });
      });
    }
  },
});
