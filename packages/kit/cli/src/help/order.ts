export const help = `Prints in which order Argo CD applies an environment's objects, and why.

Usage: pnpm order <environment>

  environment  Such as dev or shop/prod.
  --mermaid    Print a Mermaid graph, a box per wave.
  --json       Print JSON: waves, and edges with their strengths and reasons.
  -h, --help   Show this.

Reads what generated/rendered has, so run \`pnpm build\` first. A wave is applied
when the one before it is healthy; within one Argo CD goes by kinds. What an
object waits for has to be healthy, what it comes after has to be there; the
rest works either way. docs/order.md says more.

Exit codes: 0 the order holds, 1 it does not, 2 the input is wrong, 3 the machine
failed, 70 a bug.
`;
