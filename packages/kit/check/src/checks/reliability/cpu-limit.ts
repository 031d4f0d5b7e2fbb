import { resourceCheck } from "../../missing-resource.ts";

export const cpuLimit = resourceCheck({
  id: "cpu-limit",
  severity: "info",
  title: "a container may take all the CPU of its node",
  list: "limits",
  resource: "cpu",
});
