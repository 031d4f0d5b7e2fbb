export const help = `Tells whether the committed generated/ is what the packages and overlays make.

Usage: pnpm drift

  -h, --help    Show this.

Makes everything again in a temporary directory and changes nothing. Prints a
unified diff: - is in generated/ now, + is what a build makes.

Exit codes: 0 no drift, 1 drift, 2 the input is wrong, 3 the machine failed,
70 a bug.
`;
