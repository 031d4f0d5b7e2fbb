import { defaultCapabilities } from "../../capabilities.ts";
import { podSecurityCheck } from "../../pod-security.ts";
import { containerContext } from "../../security-contexts.ts";

export const pssCapabilities = podSecurityCheck({
  id: "pss-capabilities",
  title: "a container adds a capability that containers do not have by default",
  level: "baseline",
  run: (pod, report) => {
    for (const { owner, path, context } of pod.containers.map(containerContext)) {
      context.capabilities?.add?.forEach((capability, index) => {
        if (defaultCapabilities.has(capability)) return;
        const place = [...path, "capabilities", "add", index];
        report({ path: place, message: `${owner} adds the capability ${capability}`, fix: "remove it" });
      });
    }
  },
});
