import { containerCheck } from "../../define-check.ts";
import { describeContainer } from "../../describe-container.ts";
import { defaultOptions } from "../../policy/options.ts";

export const runAsUser = containerCheck({
  id: "run-as-user",
  group: "conventions",
  severity: "off",
  title: "a container may run as root, or as a user below the minimum",
  needs: ["policy"],
  standsFor: ["high-uid", "pss-run-as-non-root", "pss-run-as-user"],
  run: (container, report, environment) => {
    const { pod, path } = container;
    // Windows has no user numbers.
    if (container.role === "ephemeral" || pod.spec.os?.name === "windows") return;
    const { minimumUser: least = defaultOptions.minimumUser } = environment.options ?? {};
    const own = container.container.securityContext ?? {};
    const shared = pod.spec.securityContext ?? {};
    const place = (field: keyof typeof own & keyof typeof shared) => [
      ...(own[field] === undefined ? pod.path : path),
      "securityContext",
      field,
    ];
    const nonRoot = own.runAsNonRoot ?? shared.runAsNonRoot;
    if (nonRoot !== true) {
      const message = `runAsNonRoot of the ${describeContainer(container)} is ${nonRoot ?? "not set"}`;
      report({ message, fix: "set runAsNonRoot: true", path: place("runAsNonRoot") });
    }
    const user = own.runAsUser ?? shared.runAsUser;
    if (user === undefined || user < least) {
      const message = `runAsUser of the ${describeContainer(container)} is ${user ?? "not set"}`;
      report({ message, fix: `set runAsUser to ${least} or more`, path: place("runAsUser") });
    }
  },
});
