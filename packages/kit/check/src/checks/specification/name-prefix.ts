import { textOf } from "@kit/kube";
import { anyObjectCheck } from "../../define-check.ts";
import { serviceOf } from "../../package-of.ts";

export const namePrefix = anyObjectCheck({
  id: "name-prefix",
  group: "specification",
  severity: "error",
  title: "an object of a service does not have the service's name before its own",
  run: (object, report) => {
    const service = serviceOf(object);
    if (service === undefined || object.name === "") return;
    // An overlay may put a name before all names.
    const before = textOf(object.environment.overlay?.content["namePrefix"]) ?? "";
    const name = object.name.startsWith(before) ? object.name.slice(before.length) : object.name;
    if (name === service || name.startsWith(`${service}-`)) return;
    report({
      message: `the name ${name} does not begin with that of its service, ${service}`,
      fix: `name it ${service}-${name.startsWith(service) ? name.slice(service.length) : name}`,
      path: ["metadata", "name"],
    });
  },
});
