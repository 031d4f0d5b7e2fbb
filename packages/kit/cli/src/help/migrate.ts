export const help = `Brings overlays up to date with where the build writes.

Usage: pnpm migrate

  --dry-run    Say what would change, and write nothing.
  -h, --help   Show this.

In every kustomization below overlays/ a path generated/bases/<service> becomes
generated/bases/<system>/<service>, and a line \`namespace:\` goes where it names
the namespace of the environment, which its component gives to what has none.
Comments, order and quotes stay. Afterwards run \`pnpm build\`.

Exit codes: 0 up to date, 2 the input is wrong, 3 the machine failed, 70 a bug.
`;
