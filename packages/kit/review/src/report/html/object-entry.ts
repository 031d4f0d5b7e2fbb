import { describeIdentity } from "@kit/kube";
import type { RiskClass } from "../../judge/classes.ts";
import type { JudgedChange, JudgedField } from "../../judge/judge.ts";
import { findingLines, originText, pageOf } from "../describe.ts";
import { linesOf } from "../value-text.ts";
import { fieldRows } from "./field-rows.ts";
import { markup, type Html } from "./markup.ts";

/** An object that changed: what it is and what comes of it in a line, below it the reasons and both sides. */
export function objectEntry(change: JudgedChange, isOpen: boolean): Html {
  const { op, id, previous, effects, where } = change;
  const was = previous === undefined ? undefined : markup`${describeIdentity(previous)} → `;
  const name = id.namespace === undefined ? id.name : `${id.namespace}/${id.name}`;
  const title =
    previous === undefined ? markup`${id.kind} <b>${name}</b>` : markup`${was}<b>${describeIdentity(id)}</b>`;
  const origin = originText(change);
  const open = isOpen ? markup` open` : undefined;
  return markup`<details class="object ${change.class}" data-class="${change.class}" data-kind="${id.kind}"${open}>
<summary>${badge(change.class)} <span class="title">${title}</span> <span class="op ${op}">${op}</span> \
<span class="effects">${effects.join("; ")}</span></summary>
<p class="place"><code>${where}</code>${origin === undefined ? "" : `, ${origin}`}</p>
${findingList(change)}${bodyOf(change)}</details>
`;
}

/** A class as a mark of its colour. */
export function badge(risk: RiskClass): Html {
  return markup`<span class="badge ${risk}">${risk}</span>`;
}

function findingList({ findings }: JudgedChange): Html | undefined {
  if (findings.length === 0) return undefined;
  const items = findingLines(findings).map(({ finding, reasons }) => {
    const page = markup`<code title="${pageOf(finding.risk)}">${finding.risk}</code>`;
    const then = markup`<span class="then">→ ${finding.consequence}</span>`;
    return markup`<li>${badge(finding.class)} ${page} ${reasons.join("; ")}${then}</li>\n`;
  });
  return markup`<ul>\n${items}</ul>\n`;
}

function bodyOf(change: JudgedChange): Html | undefined {
  const { op, before, after, fields } = change;
  if (op === "added" && after !== undefined)
    return markup`<pre class="new" tabindex="0">${linesOf(after).join("\n")}</pre>\n`;
  if (op === "removed" && before !== undefined)
    return markup`<pre class="old" tabindex="0">${linesOf(before).join("\n")}</pre>\n`;
  if (fields.length === 0) return undefined;
  const head = markup`<thead><tr><th scope="col">before</th><th scope="col">after</th></tr></thead>`;
  const rows = fields.flatMap((field) => fieldRows(field, noteOf(change, field)));
  return markup`<table class="fields">\n${head}\n<tbody>\n${rows}</tbody>\n</table>\n`;
}

/** What is said of a field only where it is not what is said of the object. */
function noteOf(change: JudgedChange, field: JudgedField): Html | undefined {
  const own = originText(field);
  const risk = field.class === change.class ? undefined : markup` ${badge(field.class)}`;
  const origin = own === originText(change) ? undefined : own;
  if (origin === undefined) return risk;
  return markup`${risk} <span class="origin">${origin}</span>`;
}
