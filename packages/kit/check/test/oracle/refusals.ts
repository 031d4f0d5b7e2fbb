import { apiValidity } from "../../src/checks/api-validity/index.ts";
import { changeText, code } from "./change-text.ts";
import type { Compared } from "./compare.ts";

/**
 * The table of docs/checks/api-validity.md: each check of that group, the smallest manifest of the corpus that it alone
 * finds, and why the API server refuses that.
 *
 * @throws Error where a check has no such manifest: the corpus is to have one of each.
 */
export function formatRefusals(compared: readonly Compared[]): string {
  const rows = apiValidity.map(({ id, title }) => {
    const { kind, source, verdict } = smallest(id, compared);
    const finds = `${title[0]!.toUpperCase()}${title.slice(1)}.`;
    const example = "text" in source ? changeText(source) : `${kind}: ${changeText(source)}`;
    return [`<a id="${id}"></a>\`${id}\``, finds, example, code(verdict)];
  });
  const head = ["check", "finds", "refused", "the API server says"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

type Refused = Compared & Required<Pick<Compared, "source">> & { readonly verdict: string };

function smallest(id: string, compared: readonly Compared[]): Refused {
  const refused = compared.filter(
    (one): one is Refused =>
      one.source !== undefined && one.verdict !== null && one.errors.length === 1 && one.errors[0]!.check === id,
  );
  const [first] = refused.toSorted((one, other) => sizeOf(one) - sizeOf(other));
  if (first === undefined) throw new Error(`packages/kit/check/test/corpus has nothing that only ${id} refuses`);
  return first;
}

function sizeOf({ source, verdict }: Refused): number {
  return changeText(source).length + code(verdict).length;
}
