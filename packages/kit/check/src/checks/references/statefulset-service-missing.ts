import { objectCheck } from "../../define-check.ts";
import { saidOfMissing } from "../../may-be-made.ts";
import { orNearest } from "../../suggest.ts";

export const statefulsetServiceMissing = objectCheck({
  id: "statefulset-service-missing",
  group: "references",
  severity: "error",
  title: "a StatefulSet's Service does not exist, so its pods have no names",
  kinds: ["StatefulSet"],
  needs: ["objects"],
  run: ({ data, namespace = "default" }, report, environment) => {
    const { serviceName } = data.spec ?? {};
    if (serviceName === undefined || serviceName === "") return;
    if (environment.find("Service", namespace, serviceName) !== undefined) return;
    const known = environment
      .of("Service")
      .filter((service) => service.namespace === namespace)
      .map(({ name }) => name);
    const said = {
      message: `the Service ${serviceName} does not exist in the namespace ${namespace}, so the pods get no DNS names`,
      fix: orNearest(serviceName, known, "add a Service with `clusterIP: None` that selects its pods"),
      path: ["spec", "serviceName"],
    };
    report(saidOfMissing(environment, { kind: "Service", namespace }, said));
  },
});
