import { apiValidity } from "./checks/api-validity/index.ts";
import { clusters } from "./checks/clusters/index.ts";
import { conventions } from "./checks/conventions/index.ts";
import { exemptions } from "./checks/exemptions/index.ts";
import { gitops } from "./checks/gitops/index.ts";
import { kustomize } from "./checks/kustomize/index.ts";
import { podSecurity } from "./checks/pod-security/index.ts";
import { references } from "./checks/references/index.ts";
import { reliability } from "./checks/reliability/index.ts";
import { secrets } from "./checks/secrets/index.ts";
import { security } from "./checks/security/index.ts";
import type { Check } from "./define-check.ts";
import type { ExemptibleId } from "./policy/exemptible-ids.ts";

/** Every check that a policy may change or exempt. */
export const exemptible: readonly Check<ExemptibleId>[] = [
  ...references,
  ...clusters,
  ...conventions,
  ...podSecurity,
  ...reliability,
  ...security,
  ...kustomize,
  ...secrets,
  ...gitops,
];

/** Every check, by group. */
export const registry: readonly Check[] = [...apiValidity, ...exemptible, ...exemptions];
