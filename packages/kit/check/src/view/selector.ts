import type { IDeploymentSpec } from "kubernetes-models/apps/v1/DeploymentSpec";
import type { Loose } from "./kinds.ts";

/** A label selector as objects have it. */
export type Selector = Loose<IDeploymentSpec["selector"]>;
