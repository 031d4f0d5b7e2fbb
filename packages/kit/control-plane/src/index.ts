export { startControlPlane } from "./control-plane.ts";
export { establishedDefinitions, installDefinitions } from "./install-definitions.ts";
export { definitionGroups, definitionVersions, prepareDefinitions } from "./prepare-definitions.ts";
export { preparePrograms } from "./prepare-programs.ts";
export type { ApiRequest, ApiResponse } from "./api-client.ts";
export type { ControlPlane } from "./control-plane.ts";
export type { Definition } from "./prepare-definitions.ts";
export type { PrepareOptions } from "./prepare-programs.ts";
export type { Component, Program, ProgramName } from "./programs.ts";
