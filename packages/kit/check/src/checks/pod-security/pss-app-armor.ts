import { podSecurityCheck } from "../../pod-security.ts";
import { contextsOf } from "../../security-contexts.ts";

export const pssAppArmor = podSecurityCheck({
  id: "pss-app-armor",
  title: "an AppArmor profile that is neither the runtime's nor one of the node's",
  level: "baseline",
  run: (pod, report) => {
    const fix = "set it to RuntimeDefault or Localhost, or leave it out";
    for (const { owner, path, context } of contextsOf(pod)) {
      const type = context.appArmorProfile?.type;
      if (type === undefined || type === "RuntimeDefault" || type === "Localhost") continue;
      report({
        path: [...path, "appArmorProfile", "type"],
        message: `${owner} has the AppArmor profile ${type}`,
        fix,
      });
    }
    for (const [key, value] of Object.entries(pod.annotations)) {
      if (!key.startsWith("container.apparmor.security.beta.kubernetes.io/")) continue;
      if (value === "" || value === "runtime/default" || value.startsWith("localhost/")) continue;
      const path = [...pod.metadataPath, "annotations", key];
      const message = `the annotation asks for the AppArmor profile ${value}`;
      report({ path, message, fix: "remove it, and set securityContext.appArmorProfile where one is needed" });
    }
  },
});
