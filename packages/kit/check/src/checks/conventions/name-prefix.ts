import { textOf } from "@kit/kube";
import { anyObjectCheck } from "../../define-check.ts";
import { serviceOf, systemOf } from "../../package-of.ts";
import { defaultOptions } from "../../policy/options.ts";

export const namePrefix = anyObjectCheck({
  id: "name-prefix",
  group: "conventions",
  severity: "off",
  title: "the name of a service's object does not begin as it is to",
  needs: ["overlay", "policy"],
  run: (object, report, environment) => {
    const service = serviceOf(object);
    if (service === undefined || object.name === "") return;
    // An overlay may put a name before all names.
    const before = textOf(environment.overlay?.content["namePrefix"]) ?? "";
    const name = object.name.startsWith(before) ? object.name.slice(before.length) : object.name;
    const { namePrefix: pattern = defaultOptions.namePrefix } = environment.options ?? {};
    const prefix = pattern.replaceAll("{service}", service).replaceAll("{system}", systemOf(object) ?? "");
    if (name === prefix || name.startsWith(prefix.endsWith("-") ? prefix : `${prefix}-`)) return;
    const start = prefix.replace(/-$/, "");
    report({
      message: `the name ${name} of an object of the service ${service} does not begin with ${start}-`,
      fix: `name it ${start}-${name.startsWith(start) ? name.slice(start.length) : name}`,
      path: ["metadata", "name"],
    });
  },
});
