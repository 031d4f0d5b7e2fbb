import { groupOf, listOf, mapOf, selects, textOf } from "@kit/kube";
import { environmentCheck } from "../../define-check.ts";
import { saidOfMissing } from "../../may-be-made.ts";
import { selectorText } from "../../selected.ts";
import { orNearest } from "../../suggest.ts";
import type { EnvironmentView, Selector, View } from "../../view/index.ts";

export const serviceMonitorSelectsNothing = environmentCheck({
  id: "service-monitor-selects-nothing",
  group: "references",
  severity: "error",
  title: "a ServiceMonitor selects no Service, or a port that none of them has",
  needs: ["objects"],
  run: (environment, report) => {
    for (const monitor of environment.objects) {
      if (monitor.kind !== "ServiceMonitor" || groupOf(monitor.apiVersion) !== "monitoring.coreos.com") continue;
      const { selector: written, namespaceSelector, endpoints } = mapOf(monitor.raw["spec"]);
      const namespaces = namespacesOf(environment, monitor, mapOf(namespaceSelector));
      const selector = selectorOf(written);
      if (namespaces === undefined || selector === undefined) continue;
      const services = environment
        .of("Service")
        .filter(({ namespace, labels }) => namespaces.includes(namespace ?? "default") && selects(selector, labels));
      if (services.length === 0) {
        const where = namespaces.length === 1 ? `the namespace ${namespaces[0]}` : "its namespaces";
        const message = `no Service of ${where} has the labels ${selectorText(selector)}`;
        const fix = "write the labels of the Services that it is for";
        const missing = { kind: "Service", namespace: namespaces[0] };
        report(monitor, saidOfMissing(environment, missing, { message, fix, path: ["spec", "selector"] }));
        continue;
      }
      const ports = services.flatMap(({ data }) => (data.spec?.ports ?? []).flatMap(({ name }) => name ?? []));
      listOf(endpoints).forEach((endpoint, index) => {
        const port = textOf(mapOf(endpoint)["port"]);
        if (port === undefined || ports.includes(port)) return;
        const message = `no selected Service has a port of the name ${port}`;
        const fix = orNearest(port, ports, "add a port of that name to the Service");
        report(monitor, { message, fix, path: ["spec", "endpoints", index, "port"] });
      });
    }
  },
});

/** Undefined where it looks into namespaces that are not this environment's to know. */
function namespacesOf(
  environment: EnvironmentView<"objects">,
  monitor: View,
  { any, matchNames }: Readonly<Record<string, unknown>>,
): string[] | undefined {
  if (any === true) return undefined;
  const named = listOf(matchNames).flatMap((name) => textOf(name) ?? []);
  if (named.length === 0) return [monitor.namespace ?? "default"];
  const own = new Set(environment.of("Service").map(({ namespace = "default" }) => namespace));
  return named.every((name) => own.has(name)) ? named : undefined;
}

/** Undefined where it is malformed: this kind has no schema here that would say so. */
function selectorOf(written: unknown): Selector | undefined {
  const { matchLabels, matchExpressions } = mapOf(written);
  const expressions = listOf(matchExpressions).map(mapOf);
  const isWhole = expressions.every(({ values = [] }) => Array.isArray(values));
  return isWhole ? ({ matchLabels: mapOf(matchLabels), matchExpressions: expressions } as Selector) : undefined;
}
