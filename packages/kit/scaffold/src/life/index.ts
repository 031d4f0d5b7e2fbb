export { movedService } from "./move-service.ts";
export { movedPath } from "./moves.ts";
export { removedEnvironment, renamedEnvironment } from "./environments.ts";
export { removedService, renamedService } from "./services.ts";
export { removedSystem, renamedSystem } from "./systems.ts";
export type { Moves } from "./moves.ts";
export type { Draft } from "./draft.ts";
export type { LifeEnvironment, LifeFacts, LifeService, LifeSystem } from "./facts.ts";
