import { exitCodes, UserError } from "@kit/errors";
import { formatJson, formatMermaid, formatText, orderOf, orderProblems } from "@kit/order";
import { print, defineCommand } from "../command.ts";
import { readRenderedEnvironments } from "@kit/repository";
import { help } from "../help/order.ts";

export default defineCommand({
  help,
  positionals: true,
  options: { mermaid: { type: "boolean" }, json: { type: "boolean" } },
  async run({ root, positionals, values }) {
    const id = onlyOne(positionals);
    const format = formatOf(values);
    const environments = await readRenderedEnvironments(root, [id], "leave");
    const { environment, objects } = environments.find((one) => one.environment.id === id)!;
    const order = orderOf(
      objects.map(({ data }) => data),
      { unplaced: environment.namespace },
    );
    print(format(id, order));
    return orderProblems(order).length === 0 ? exitCodes.ok : exitCodes.finding;
  },
});

function onlyOne(positionals: readonly string[]): string {
  const [id, ...others] = positionals;
  if (id !== undefined && others.length === 0) return id;
  const next = "write pnpm order <environment>, such as pnpm order prod";
  const where = "the command's arguments";
  if (id === undefined) throw new UserError({ code: "argument-missing", what: "there is no environment", where, next });
  const what = `there are ${positionals.length} environments, and it takes one`;
  throw new UserError({ code: "argument-value", what, where, next });
}

function formatOf({ mermaid, json }: { readonly mermaid?: boolean; readonly json?: boolean }): typeof formatText {
  if (mermaid !== true) return json === true ? formatJson : formatText;
  if (json !== true) return formatMermaid;
  throw new UserError({
    code: "argument-value",
    what: "--mermaid and --json cannot be given together",
    where: "the command's arguments",
    next: "leave one of them out",
  });
}
