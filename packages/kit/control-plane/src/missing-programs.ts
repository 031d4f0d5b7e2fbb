import { UserError } from "@kit/errors";
import { pinOf } from "./pins.ts";
import { describeAccepted } from "./program-version.ts";
import type { ProgramName } from "./programs.ts";

/** A program of the right name that will not do. */
export interface Rejected {
  readonly name: ProgramName;
  readonly file: string;
  /** Undefined where it does not say. */
  readonly version: string | undefined;
}

/** The error for programs that are nowhere, on a machine that cannot build them either. */
export function missingPrograms(
  missing: readonly ProgramName[],
  rejected: readonly Rejected[],
  assets: string | undefined,
): UserError {
  const passedOver = rejected.filter(({ name }) => missing.includes(name));
  return new UserError({
    code: "control-plane-missing",
    what: [
      `the control plane's programs are missing: ${missing.map(describeAccepted).join(", ")}`,
      ...passedOver.map(describeRejected),
    ].join("\n"),
    where: assets === undefined ? "PATH" : `KUBEBUILDER_ASSETS (${assets}) and PATH`,
    next:
      `install Go ${goVersion()} or newer (https://go.dev/dl/): the programs are then built once, in minutes;\n` +
      "or put the programs on PATH, or in a directory that KUBEBUILDER_ASSETS names",
  });
}

/** `not used: /usr/bin/etcd is version 3.4.0`, as messages say it. */
export function describeRejected({ name, file, version }: Rejected): string {
  const said = version === undefined ? "does not say its version" : `is version ${version}`;
  return `not used: ${file} ${said}, and ${describeAccepted(name)} is needed`;
}

/** The Go that Kubernetes needs: that of its go.mod. */
function goVersion(): string {
  return pinOf("kube-apiserver").goVersion.split(".", 2).join(".");
}
