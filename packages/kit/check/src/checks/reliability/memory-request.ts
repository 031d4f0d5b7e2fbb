import { resourceCheck } from "../../missing-resource.ts";

export const memoryRequest = resourceCheck({
  id: "memory-request",
  severity: { development: "info", production: "warning" },
  title: "a container asks for no memory, so it is placed anywhere and evicted first",
  list: "requests",
  resource: "memory",
});
