import { objectCheck } from "../../define-check.ts";
import { selectorText, serviceSelector } from "../../selected.ts";

export const statefulsetServiceHeadless = objectCheck({
  id: "statefulset-service-headless",
  group: "references",
  severity: "warning",
  title: "a StatefulSet's Service is not headless or not for its pods, so they have no names",
  kinds: ["StatefulSet"],
  needs: ["objects"],
  run: (set, report, environment) => {
    const { data, name, namespace = "default" } = set;
    const { serviceName = "" } = data.spec ?? {};
    if (serviceName === "") {
      report({
        message: "serviceName is not set, so the DNS has no name for each pod",
        fix: "name a Service with `clusterIP: None`, where something asks one pod by its name",
        path: ["spec", "serviceName"],
        severity: "info",
      });
      return;
    }
    const service = environment.find("Service", namespace, serviceName);
    if (service === undefined) return;
    const say = (why: string, fix: string): void =>
      report({
        message: `the Service ${serviceName} ${why}, so the DNS has no name for each pod, such as ${name}-0.${serviceName}`,
        fix,
        path: ["spec", "serviceName"],
      });
    if (service.data.spec?.clusterIP !== "None") {
      say("is not headless", "name a Service with `clusterIP: None`, beside the one that clients use");
      return;
    }
    const selector = serviceSelector(service);
    // Without one, somebody else writes its endpoints.
    if (selector === undefined || environment.podsOf(namespace, selector).some(({ object }) => object === set)) return;
    say(
      `selects ${selectorText(selector)}, which are not the labels of its pods`,
      "name the Service that selects them",
    );
  },
});
