import { defineSystem } from "typed-manifests";
import { dev } from "./dev.ts";
import { policy } from "./policy.ts";
import { prod } from "./prod.ts";
import { schema } from "./schema.ts";

export { shopApiSecret, shopPageSecret } from "./secrets.ts";
export type { StallEnvironment } from "./schema.ts";

export default defineSystem({ schema, environments: [dev, prod], policy });
