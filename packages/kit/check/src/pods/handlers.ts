import type { Path } from "@kit/schema";
import type { ContainerView, LooseContainer } from "../view/index.ts";

export type LooseProbe = NonNullable<LooseContainer["livenessProbe"]>;
type LooseHook = NonNullable<NonNullable<LooseContainer["lifecycle"]>["preStop"]>;

export const probeNames = ["livenessProbe", "readinessProbe", "startupProbe"] as const;

export interface ProbeView {
  readonly name: (typeof probeNames)[number];
  readonly probe: LooseProbe;
  readonly path: Path;
}

/** A probe or a hook, with the one action that it has to take. */
export interface HandlerView {
  /** `readinessProbe`, `preStop`. */
  readonly name: string;
  readonly handler: LooseProbe & LooseHook;
  /** The fields of which it has to have one. */
  readonly actions: readonly ("exec" | "httpGet" | "tcpSocket" | "grpc" | "sleep")[];
  readonly path: Path;
}

/** Whether a container keeps running: only then may it have probes and hooks. */
export function keepsRunning({ role, container }: ContainerView): boolean {
  return role === "container" || (role === "init" && container.restartPolicy === "Always");
}

/** The probes of a container that may have some. */
export function probesOf(view: ContainerView): ProbeView[] {
  if (!keepsRunning(view)) return [];
  return probeNames.flatMap((name) => {
    const probe = view.container[name];
    return probe === undefined ? [] : [{ name, probe, path: [...view.path, name] }];
  });
}

/** The probes and lifecycle hooks of a container that may have some. */
export function handlersOf(view: ContainerView): HandlerView[] {
  const probes = probesOf(view).map(({ name, probe, path }) => ({ name, handler: probe, actions: ofProbe, path }));
  const { postStart, preStop } = keepsRunning(view) ? (view.container.lifecycle ?? {}) : {};
  const hooks = Object.entries({ postStart, preStop }).flatMap(([name, handler]) =>
    handler === undefined ? [] : [{ name, handler, actions: ofHook, path: [...view.path, "lifecycle", name] }],
  );
  return [...probes, ...hooks];
}

const ofProbe = ["exec", "httpGet", "tcpSocket", "grpc"] as const;
const ofHook = ["exec", "httpGet", "tcpSocket", "sleep"] as const;
