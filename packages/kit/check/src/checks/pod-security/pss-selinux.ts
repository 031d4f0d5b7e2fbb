import { podSecurityCheck } from "../../pod-security.ts";
import { contextsOf } from "../../security-contexts.ts";

const types: ReadonlySet<string> = new Set([
  "",
  "container_t",
  "container_init_t",
  "container_kvm_t",
  "container_engine_t",
]);

export const pssSelinux = podSecurityCheck({
  id: "pss-selinux",
  title: "SELinux options that give a container more than containers have",
  level: "baseline",
  run: (pod, report) => {
    for (const { owner, path, context } of contextsOf(pod)) {
      const { type = "", user = "", role = "" } = context.seLinuxOptions ?? {};
      const say = (field: string, value: string): void => {
        const message = `${owner} sets the SELinux ${field} ${value}`;
        report({ path: [...path, "seLinuxOptions", field], message, fix: `leave ${field} out` });
      };
      if (!types.has(type)) say("type", type);
      if (user !== "") say("user", user);
      if (role !== "") say("role", role);
    }
  },
});
