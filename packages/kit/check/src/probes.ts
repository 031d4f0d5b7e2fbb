import type { Path } from "@kit/schema";
import type { ContainerView } from "./view/index.ts";

/** A port that a probe or a lifecycle handler asks by TCP. */
export interface AskedPort {
  /** `readinessProbe`, `preStop handler`. */
  readonly by: string;
  readonly port: string | number;
  readonly path: Path;
}

interface Handler {
  readonly httpGet?: { readonly port?: string | number | undefined; readonly host?: string | undefined } | undefined;
  readonly tcpSocket?: { readonly port?: string | number | undefined; readonly host?: string | undefined } | undefined;
  readonly grpc?: { readonly port?: number | undefined } | undefined;
}

/** The ports that a container's probes and lifecycle handlers ask; not where they ask another host. */
export function askedPorts({ container, path }: ContainerView): AskedPort[] {
  const { livenessProbe, readinessProbe, startupProbe, lifecycle = {} } = container;
  const probes = { livenessProbe, readinessProbe, startupProbe };
  const { postStart, preStop } = lifecycle;
  return [
    ...Object.entries(probes).flatMap(([by, handler]) => asked(handler, by, [...path, by])),
    ...Object.entries({ postStart, preStop }).flatMap(([by, handler]) =>
      asked(handler, `${by} handler`, [...path, "lifecycle", by]),
    ),
  ];
}

function asked(handler: Handler | undefined, by: string, path: Path): AskedPort[] {
  return (["httpGet", "tcpSocket", "grpc"] as const).flatMap((field): AskedPort[] => {
    const action: { readonly port?: string | number | undefined; readonly host?: string | undefined } =
      handler?.[field] ?? {};
    const { port, host = "" } = action;
    return port === undefined || host !== "" ? [] : [{ by, port, path: [...path, field, "port"] }];
  });
}
