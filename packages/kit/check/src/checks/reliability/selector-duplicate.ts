import { toJson } from "@kit/yaml";
import { environmentCheck } from "../../define-check.ts";
import type { View } from "../../view/index.ts";

export const selectorDuplicate = environmentCheck({
  id: "selector-duplicate",
  group: "reliability",
  severity: "info",
  title: "two Services are one Service under two names",
  needs: ["objects"],
  run: (environment, report) => {
    const first = new Map<string, string>();
    for (const service of environment.of("Service")) {
      const { selector = {} } = service.data.spec ?? {};
      if (Object.keys(selector).length === 0) continue;
      const key = keyOf(service);
      const other = first.get(key);
      if (other === undefined) first.set(key, service.name);
      else {
        const message = `it selects the same pods as Service ${other}, and has the same type and ports`;
        report(service, { path: ["spec", "selector"], message, fix: "remove one of the two" });
      }
    }
  },
});

/** A headless Service beside a plain one, or one more for other ports, is not a duplicate. */
function keyOf({ namespace, data }: View<"Service">): string {
  const { selector = {}, ports = [], type = "ClusterIP", clusterIP = "" } = data.spec ?? {};
  const sorted = Object.entries(selector).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const open = ports.map(({ port, targetPort = port, protocol = "TCP" }) => `${port}/${targetPort}/${protocol}`);
  return toJson([namespace, type, clusterIP, sorted, open.toSorted()]);
}
