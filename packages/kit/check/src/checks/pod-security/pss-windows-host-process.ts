import { podSecurityCheck } from "../../pod-security.ts";
import { contextsOf } from "../../security-contexts.ts";

export const pssWindowsHostProcess = podSecurityCheck({
  id: "pss-windows-host-process",
  title: "a Windows container is a process of its node",
  level: "baseline",
  run: (pod, report) => {
    for (const { owner, path, context } of contextsOf(pod)) {
      if (context.windowsOptions?.hostProcess !== true) continue;
      const message = `${owner} runs as a process of its node`;
      report({ path: [...path, "windowsOptions", "hostProcess"], message, fix: "leave hostProcess out" });
    }
  },
});
