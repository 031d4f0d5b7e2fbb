import type { IDeploymentSpec } from "kubernetes-models/apps/v1/DeploymentSpec";
import type { LooseKind } from "./kinds.ts";

/** A label selector as objects have it. */
export type Selector = LooseKind<IDeploymentSpec["selector"]>;
