import { defineStation, input } from "@kit/station";
import { emitSystem } from "./emit-system.ts";
import type { SystemData } from "./system-data.ts";

/** From what the packages of a system say to its bases and components, and to what they are to become. */
export const emitStation = defineStation({
  name: "emit",
  scope: "system",
  inputs: {
    name: input<string>("the name of the system"),
    where: input<string>("the package of its environments"),
    services: input<SystemData["services"]>("the services, with the objects of each"),
    environments: input<SystemData["environments"]>("the environments, with what each service changes and adds there"),
  },
  result: "bases and components as text by path, each object as it is to be, who reads which Secret, what is wrong",
  run: emitSystem,
});
