import { join } from "node:path";

const here = import.meta.dirname;

/** Whether the kit runs as it was compiled, and not from its sources. */
export const isCompiled = !import.meta.filename.endsWith(".ts");

/** Where the kit's own modules are: compiled, in one directory; as sources, in its rooms. */
export const ownModules = isCompiled ? here : join(here, "../..");
