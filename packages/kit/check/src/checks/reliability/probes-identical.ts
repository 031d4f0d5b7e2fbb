import { isDeepStrictEqual } from "node:util";
import { containerCheck } from "../../define-check.ts";
import type { LooseProbe } from "../../pods/handlers.ts";

export const probesIdentical = containerCheck({
  id: "probes-identical",
  group: "reliability",
  severity: "info",
  title: "a liveness probe asks what the readiness probe asks, and gives up no later",
  run: ({ container, path }, report) => {
    const { livenessProbe: liveness, readinessProbe: readiness } = container;
    if (liveness === undefined || readiness === undefined) return;
    if (!isDeepStrictEqual(actionOf(liveness), actionOf(readiness)) || patience(liveness) > patience(readiness)) return;
    const message = "livenessProbe asks what readinessProbe asks, and gives up no later: it restarts a busy container";
    const fix = "give livenessProbe more patience (failureThreshold, periodSeconds), or let it ask less";
    report({ path: [...path, "livenessProbe"], message, fix });
  },
});

function actionOf({ httpGet, tcpSocket, exec, grpc }: LooseProbe): unknown {
  return { httpGet, tcpSocket, exec, grpc };
}

/** How many seconds it takes to give up, by the API's defaults. */
function patience({ failureThreshold = 3, periodSeconds = 10 }: LooseProbe): number {
  return failureThreshold * periodSeconds;
}
