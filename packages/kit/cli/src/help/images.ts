export const help = `Lists which version of each image runs where.

Usage: pnpm images [environment...]

  environment   Show these, such as dev or shop/prod. Default: all.
  --json        Print the list as JSON, with whole references.
  -h, --help    Show this.

Shows what the overlays say, and which of their files sets what. Where generated/rendered has something else, it says
so: then \`pnpm build\` has not run since the overlay was changed.

Exit codes: 0 listed, 2 the input is wrong, 3 the machine failed, 70 a bug.
`;
