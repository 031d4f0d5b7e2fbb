import { portNameProblem } from "@kit/kube/names";

/** Why a port's number or name is not one; `8080` as a text is a name, and none. */
export function portProblem(port: number | string): string | undefined {
  if (typeof port === "string") return portNameProblem(port);
  return port >= 1 && port <= 65_535 ? undefined : "must be from 1 to 65535";
}
