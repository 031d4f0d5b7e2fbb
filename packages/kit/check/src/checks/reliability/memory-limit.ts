import { resourceCheck } from "../../missing-resource.ts";

export const memoryLimit = resourceCheck({
  id: "memory-limit",
  severity: { development: "info", production: "warning" },
  title: "a container may take all the memory of its node",
  list: "limits",
  resource: "memory",
});
