import { classes, type RiskClass } from "../../judge/classes.ts";
import type { JudgedChange } from "../../judge/judge.ts";
import type { EnvironmentReview } from "../../review.ts";
import { countsOf } from "../counts.ts";
import { markup, type Html } from "./markup.ts";
import { badge } from "./object-entry.ts";

/**
 * How many objects of each environment are of each class, and what became of them.
 *
 * @param sections The number of the section that each environment is first in.
 */
export function summaryTable(environments: readonly EnvironmentReview[], sections: readonly number[]): Html {
  const columns = [...classes, "added", "changed", "removed", "renamed"] as const;
  const head = columns.map((name) => markup`<th scope="col">${isClass(name) ? badge(name) : name}</th>`);
  const rows = environments.map(({ environment, changes }, index) => {
    const counts = { ...classCounts(changes), ...countsOf(changes) };
    const cells = columns.map(
      (name) => markup`<td${counts[name] === 0 ? markup` class="zero"` : ""}>${counts[name]}</td>`,
    );
    const name =
      changes.length === 0
        ? environmentText(environment)
        : markup`<a href="#s${sections[index]}">${environmentText(environment)}</a>`;
    return markup`<tr><th scope="row">${name}</th>${cells}</tr>\n`;
  });
  return markup`<table class="sums">
<thead><tr><th scope="col">environment</th>${head}</tr></thead>
<tbody>
${rows}</tbody>
</table>
`;
}

/** By what the objects can be filtered. Shown by the script, without which it does nothing. */
export function filterForm(environments: readonly EnvironmentReview[]): Html {
  const changes = environments.flatMap((one) => one.changes);
  const counts = classCounts(changes);
  const boxes = classes.filter((one) => counts[one] > 0).map((one) => classBox(one, counts[one]));
  const kinds = [...new Set(changes.map(({ id }) => id.kind))].toSorted().map((kind) => [kind, kind] as const);
  const names = environments.flatMap(({ environment, changes: own }, index) =>
    own.length === 0 ? [] : [[`e${index}`, environmentText(environment)] as const],
  );
  const search = markup`<input type="search" name="text" placeholder="${hint}" autocomplete="off" spellcheck="false">`;
  return markup`<form hidden>
<label class="search">Filter ${search}</label>
${selectOf("environment", names)}${selectOf("kind", kinds)}<span class="boxes">
${boxes}</span>
<button type="button">Open all</button>
<output></output>
<p class="keys">${keys}</p>
</form>
`;
}

const hint = "name, path, value or reason";
const keys = markup`<kbd>/</kbd> filter <kbd>j</kbd> <kbd>k</kbd> next and previous \
<kbd>Enter</kbd> open and close <kbd>Esc</kbd> show all`;

/** What an environment is called; files have none. */
export function environmentText(environment: string | undefined): string {
  return environment ?? "all objects";
}

function classBox(risk: RiskClass, count: number): Html {
  const box = markup`<input type="checkbox" name="class" value="${risk}" checked>`;
  return markup`<label>${box} ${badge(risk)} ${count}</label>\n`;
}

/** Of one there is nothing to choose. */
function selectOf(name: string, options: readonly (readonly [value: string, text: string])[]): Html | undefined {
  if (options.length < 2) return undefined;
  const own = options.map(([value, text]) => markup`<option value="${value}">${text}</option>`);
  return markup`<label>${name} <select name="${name}"><option value="">all</option>${own}</select></label>\n`;
}

function classCounts(changes: readonly JudgedChange[]): Record<RiskClass, number> {
  const counts = { breaks: 0, caution: 0, unclassified: 0, routine: 0 };
  for (const change of changes) counts[change.class]++;
  return counts;
}

function isClass(name: string): name is RiskClass {
  return (classes as readonly string[]).includes(name);
}
