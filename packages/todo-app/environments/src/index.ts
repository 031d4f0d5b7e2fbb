import { defineSystem } from "typed-manifests";
import { dev } from "./dev.ts";
import { policy } from "./policy.ts";
import { prod } from "./prod.ts";
import { schema } from "./schema.ts";

export { appSecrets } from "./secrets.ts";
export type { TodoAppEnvironment } from "./schema.ts";

export default defineSystem({ schema, environments: [dev, prod], policy });
