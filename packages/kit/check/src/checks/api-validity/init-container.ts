import { containerCheck } from "../../define-check.ts";
import { keepsRunning, probeNames } from "../../pods/handlers.ts";

export const initContainer = containerCheck({
  id: "init-container",
  group: "api-validity",
  severity: "error",
  title: "an init container that runs once has a probe or a lifecycle hook",
  run: (view, report) => {
    const { role, container, path } = view;
    if (role !== "init" || keepsRunning(view)) return;
    const fields = probeNames.filter((name) => container[name] !== undefined);
    for (const field of [...fields, ...(hasHooks(container.lifecycle) ? ["lifecycle"] : [])]) {
      const message = `an init container that runs once has ${field}`;
      const fix = "leave it out, or make it a sidecar by restartPolicy Always";
      report({ path: [...path, field], message, fix });
    }
  },
});

/** A stop signal alone is dropped by a server whose gate for it is shut, as it is by default. */
function hasHooks(lifecycle: object | undefined): boolean {
  if (lifecycle === undefined) return false;
  const { stopSignal, ...rest } = lifecycle as { readonly stopSignal?: string };
  return stopSignal === undefined || Object.keys(rest).length > 0;
}
