import { podCheck } from "../../define-check.ts";
import { hasUserNamespace } from "../../pod-security.ts";
import { contextsOf } from "../../security-contexts.ts";

/** Below it are the users of most distributions. */
const lowest = 10_000;

export const highUid = podCheck({
  id: "high-uid",
  group: "security",
  severity: { development: "off", production: "info" },
  title: "a container runs as a user that its node may have too",
  run: (pod, report) => {
    if (hasUserNamespace(pod)) return;
    for (const { owner, path, context } of contextsOf(pod)) {
      const { runAsUser: user = 0 } = context;
      // 0 is what `pss-run-as-user` finds.
      if (user === 0 || user >= lowest) continue;
      const message = `${owner} runs as user ${user}, which a user of the node may be too`;
      report({ path: [...path, "runAsUser"], message, fix: `use a user from ${lowest} up, if the image allows it` });
    }
  },
});
