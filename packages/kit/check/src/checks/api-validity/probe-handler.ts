import { containerCheck } from "../../define-check.ts";
import { handlersOf } from "../../pods/handlers.ts";

export const probeHandler = containerCheck({
  id: "probe-handler",
  group: "api-validity",
  severity: "error",
  title: "a probe or a lifecycle hook does nothing, or two things",
  run: (container, report) => {
    for (const { name, handler, actions, path } of handlersOf(container)) {
      const found = actions.filter((action) => handler[action] !== undefined);
      if (found.length === 1) continue;
      const message =
        found.length === 0 ? `${name} does not say what to do` : `${name} says to do ${found.join(" and ")}`;
      const fix = found.length === 0 ? `write one of ${actions.join(", ")}` : "keep one of them";
      report({ path, message, fix });
    }
  },
});
