export {
  checksumOf,
  containerSecurity,
  disruptionBudget,
  externalSecret,
  fromIngressController,
  ingress,
  namespace,
  networkPolicy,
  podAccess,
  podSecurity,
  spread,
} from "./beyond.ts";
export { allowedConnections, toAnywhere } from "./allowed.ts";
export { capacityOf } from "./capacity-of.ts";
export { byName, objectsOf } from "./objects-of.ts";
