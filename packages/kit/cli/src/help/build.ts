export const help = `Builds generated/ from the packages and the overlays.

Usage: pnpm build [environment...]

  environment   Render these only, such as dev or shop/prod. Default: all.
  -h, --help    Show this.

Writes generated/bases and generated/environments from packages/, then
generated/rendered with kustomize from overlays/. Nothing is written when
any input is wrong; the checks of what is rendered (\`pnpm check\`) come after
writing. Commit generated/ together with what changed it.

Exit codes: 0 built, 1 built, and a check found an error, 2 the input is wrong,
3 the machine failed, 70 a bug.
`;
