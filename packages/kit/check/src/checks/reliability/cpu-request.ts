import { resourceCheck } from "../../missing-resource.ts";

export const cpuRequest = resourceCheck({
  id: "cpu-request",
  severity: { development: "info", production: "warning" },
  title: "a container asks for no CPU, so the scheduler counts it as nothing",
  list: "requests",
  resource: "cpu",
});
