export { describeCelType, judgeCel, type CelScope, type CelType } from "./judge-cel.ts";
export { isCelName } from "./parse.ts";
export { CelError } from "./tokens.ts";
