import { UserError } from "@kit/errors";
import type { Deployment } from "kubernetes-models/apps/v1/Deployment";
import type { INetworkPolicyPort } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPort";
import { describeObject } from "./kube-object.ts";

type DeploymentSpec = NonNullable<Deployment["spec"]>;

/** The selector of a Deployment's own pods. */
export function selectorOf(deployment: Deployment): DeploymentSpec["selector"] {
  return specOf(deployment).selector;
}

/**
 * The ports that a Deployment's containers open.
 *
 * @throws UserError where there is none: to a network policy, no ports are all ports.
 */
export function openPortsOf(deployment: Deployment): INetworkPolicyPort[] {
  const { containers = [], initContainers = [] } = specOf(deployment).template.spec ?? {};
  // A sidecar is an init container that keeps running.
  const opened = [...containers, ...initContainers].flatMap(({ ports = [] }) => ports);
  if (opened.length > 0)
    return opened.map(({ containerPort, protocol = "TCP" }) => ({ protocol, port: containerPort }));
  throw invalid(
    deployment,
    "lets pods connect, but its containers open no port",
    "give its container `ports`, or leave out `from`",
  );
}

function specOf(deployment: Deployment): DeploymentSpec {
  if (deployment.spec !== undefined) return deployment.spec;
  throw invalid(deployment, "has no spec", "give it a selector and a template");
}

function invalid(deployment: Deployment, problem: string, next: string): UserError {
  const where = describeObject(deployment);
  return new UserError({ code: "object-invalid", what: `${where} ${problem}`, where, next });
}
