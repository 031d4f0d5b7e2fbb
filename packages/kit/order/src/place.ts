import { textOf, type Loose } from "@kit/kube";

/** The annotation that says in which wave Argo CD applies an object. */
export const waveAnnotation = "argocd.argoproj.io/sync-wave";

/** The phases of a sync, in their order. */
export const phases = ["PreSync", "Sync", "PostSync"] as const;
export type Phase = (typeof phases)[number];

/** Where in a sync an object's annotations put it. */
export interface SyncPlace {
  /** The first of its phases. Undefined where no sync applies it: another hook, or one that is skipped. */
  readonly phase: Phase | undefined;
  /** The wave that somebody has written. */
  readonly given: number | undefined;
  /** What stands there for a wave and is not one: Argo CD takes it for 0, in silence. */
  readonly unreadable: string | undefined;
}

/** As Argo CD reads it: pkg/sync/hook and pkg/sync/syncwaves of its gitops-engine, Helm's annotations too. */
export function placeOf(annotations: Loose): SyncPlace {
  const phase = phaseOf(annotations);
  const written = annotations[waveAnnotation];
  const wave = wholeNumber(written);
  if (wave !== undefined) return { phase, given: wave, unreadable: undefined };
  const unreadable = written === undefined ? undefined : (textOf(written) ?? jsonOf(written));
  return { phase, given: wholeNumber(annotations["helm.sh/hook-weight"]), unreadable };
}

function phaseOf(annotations: Loose): Phase | undefined {
  const hooks = commaSeparated(annotations["argocd.argoproj.io/hook"]);
  const known = hooks.filter((hook) => argoHooks.has(hook));
  if (known.length > 0) return first(known);
  const helm = commaSeparated(annotations["helm.sh/hook"]);
  if (hooks.length === 0 && (helm.length === 0 || helm.join() === "crd-install")) return "Sync";
  return first(helm.map((hook) => helmPhases[hook] ?? ""));
}

const argoHooks = new Set<string>([...phases, "SyncFail", "PreDelete", "PostDelete", "Skip"]);
const helmPhases: Readonly<Record<string, Phase>> = {
  "pre-install": "PreSync",
  "pre-upgrade": "PreSync",
  "post-install": "PostSync",
  "post-upgrade": "PostSync",
};

function first(hooks: readonly string[]): Phase | undefined {
  return phases.find((phase) => hooks.includes(phase));
}

function commaSeparated(value: unknown): string[] {
  const parts = (textOf(value) ?? "").split(",").map((part) => part.trim());
  return parts.filter((part) => part !== "");
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === "string" && /^[+-]?\d+$/.test(value) ? Number(value) : undefined;
}

/** As JSON, where an integer may be one that no number holds. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part));
}
