export const help = `Explains what Argo CD or Flux syncs, from where to where, and how to begin.

Usage: pnpm gitops

  --json        Print the plan as JSON: per environment the path, the cluster,
                the namespaces and the policy.
  -h, --help    Show this.

Reads packages/gitops and generated/rendered, so run \`pnpm build\` first, which
also writes the objects of Argo CD and Flux to generated/gitops. It needs no
cluster. docs/gitops.md has the way from an empty cluster to a synced one.

Exit codes: 0 explained, 2 the input is wrong, 3 the machine failed, 70 a bug.
`;
