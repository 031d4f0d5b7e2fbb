import { pssAppArmor } from "./pss-app-armor.ts";
import { pssCapabilities } from "./pss-capabilities.ts";
import { pssCapabilitiesRestricted } from "./pss-capabilities-restricted.ts";
import { pssEnforceVersion } from "./pss-enforce-version.ts";
import { pssHostNamespaces } from "./pss-host-namespaces.ts";
import { pssHostPath } from "./pss-host-path.ts";
import { pssHostPorts } from "./pss-host-ports.ts";
import { pssPrivilegeEscalation } from "./pss-privilege-escalation.ts";
import { pssPrivileged } from "./pss-privileged.ts";
import { pssProbeHosts } from "./pss-probe-hosts.ts";
import { pssProcMount } from "./pss-proc-mount.ts";
import { pssProcMountRestricted } from "./pss-proc-mount-restricted.ts";
import { pssRunAsNonRoot } from "./pss-run-as-non-root.ts";
import { pssRunAsUser } from "./pss-run-as-user.ts";
import { pssSeccomp } from "./pss-seccomp.ts";
import { pssSeccompRestricted } from "./pss-seccomp-restricted.ts";
import { pssSelinux } from "./pss-selinux.ts";
import { pssSysctls } from "./pss-sysctls.ts";
import { pssVolumeTypes } from "./pss-volume-types.ts";
import { pssWindowsHostProcess } from "./pss-windows-host-process.ts";

/** The controls of the Pod Security Standards, each by one check. */
export const podSecurity = [
  pssAppArmor,
  pssCapabilities,
  pssCapabilitiesRestricted,
  pssEnforceVersion,
  pssHostNamespaces,
  pssHostPath,
  pssHostPorts,
  pssPrivilegeEscalation,
  pssPrivileged,
  pssProbeHosts,
  pssProcMount,
  pssProcMountRestricted,
  pssRunAsNonRoot,
  pssRunAsUser,
  pssSeccomp,
  pssSeccompRestricted,
  pssSelinux,
  pssSysctls,
  pssVolumeTypes,
  pssWindowsHostProcess,
] as const;
