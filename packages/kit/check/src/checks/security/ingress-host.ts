import { objectCheck } from "../../define-check.ts";

export const ingressHost = objectCheck({
  id: "ingress-host",
  group: "security",
  severity: { development: "info", production: "warning" },
  title: "an Ingress answers for hosts that it does not name",
  kinds: ["Ingress"],
  run: ({ data }, report) => {
    data.spec?.rules?.forEach(({ host = "" }, index) => {
      const path = ["spec", "rules", index, "host"];
      if (host === "") {
        const message = "the rule has no host: it answers for every name that leads to the cluster";
        report({ path, message, fix: "name the host" });
      } else if (host.startsWith("*.")) {
        const message = `the rule answers for every name below ${host.slice(2)}, also for those of others`;
        report({ path, message, fix: "name the hosts that are meant", severity: "info" });
      }
    });
  },
});
