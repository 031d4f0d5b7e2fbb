import { argumentError, exitCodes } from "@kit/errors";
import { formatJson, formatMermaid, formatText, orderOf, orderProblems } from "@kit/order";
import { print } from "@kit/terminal";
import { implement } from "../define/implement.ts";
import { readRenderedEnvironments } from "@kit/repository";
import definition from "../definitions/order.ts";

const formats = { text: formatText, mermaid: formatMermaid, json: formatJson };

export default implement(definition, async ({ root, positionals, format }) => {
  const id = onlyOne(positionals);
  const environments = await readRenderedEnvironments(root, [id], "leave");
  const { environment, objects } = environments.find((one) => one.environment.id === id)!;
  const order = orderOf(
    objects.map(({ data }) => data),
    { unplaced: environment.namespace },
  );
  print(formats[format](id, order));
  return orderProblems(order).length === 0 ? exitCodes.ok : exitCodes.finding;
});

function onlyOne(positionals: readonly string[]): string {
  const [id, ...others] = positionals;
  if (id !== undefined && others.length === 0) return id;
  const next = "write pnpm order <environment>, such as pnpm order prod";
  if (id === undefined) throw argumentError("there is no environment", next, "argument-missing");
  throw argumentError(`there are ${positionals.length} environments, and it takes one`, next);
}
