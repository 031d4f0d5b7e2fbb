import { describeIdentity } from "@kit/kube";
import { classes, type RiskClass } from "../../judge/classes.ts";
import type { JudgedChange, JudgedField } from "../../judge/judge.ts";
import type { Story } from "../../told/story.ts";
import { storyTitle } from "../../told/wording.ts";
import { findingLines, originText, pageOf } from "../describe.ts";
import { linesOf } from "../value-text.ts";
import { fieldRows } from "./field-rows.ts";
import { markup, type Html } from "./markup.ts";

/**
 * What changed, of one object or of several alike: what it is and what comes of it in a line, below it the reasons and both sides.
 *
 * @param places The ids of the environments, as the filter has them.
 */
export function storyEntry(story: Story, places: readonly string[], isOpen: boolean): Html {
  const { members, change } = story;
  const { op, id, where } = change;
  const origin = originText(change);
  const open = isOpen ? markup` open` : undefined;
  const file = members.length === 1 ? markup`<code>${where}</code>` : undefined;
  const said = [file, origin === undefined ? undefined : markup`${file === undefined ? "" : ", "}${origin}`];
  const place = file === undefined && origin === undefined ? undefined : markup`<p class="place">${said}</p>\n`;
  return markup`<details class="object ${change.class}" data-class="${change.class}" data-kind="${id.kind}" data-in="${places.join(" ")}"${open}>
<summary>${badge(change.class)} <span class="title">${titlePart(story)}</span> <span class="op ${op}">${op}</span> \
<span class="effects">${whyText(change)}</span></summary>
${place}${findingList(change)}${bodyOf(story)}</details>
`;
}

/** The worst reason, and what the change does to what runs: all that is seen of it while it is closed. */
function whyText({ findings, effects }: JudgedChange): string {
  const [worst] = findings.toSorted((one, other) => classes.indexOf(one.class) - classes.indexOf(other.class));
  const effect = effects.join("; ");
  return worst === undefined ? effect : [worst.reason, effect].filter((text) => text !== "").join(" → ");
}

function titlePart(story: Story): Html {
  const { members, change } = story;
  const { id, previous } = change;
  if (members.length > 1) return markup`<b>${storyTitle(story)}</b>`;
  const was = previous === undefined ? undefined : markup`${describeIdentity(previous)} → `;
  const name = id.namespace === undefined ? id.name : `${id.namespace}/${id.name}`;
  return previous === undefined ? markup`${id.kind} <b>${name}</b>` : markup`${was}<b>${describeIdentity(id)}</b>`;
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

function bodyOf({ members, change }: Story): Html | undefined {
  if (members.length === 1) return objectBody(change);
  const isWhole = change.op === "added" || change.op === "removed";
  const items = members.map(({ environment: { environment }, change: own }) => {
    const name = markup`<b>${describeIdentity(own.id)}</b> <code>${own.where}</code>`;
    const place = environment === undefined ? name : markup`${environment} ${name}`;
    return isWhole
      ? markup`<li><details><summary>${place}</summary>${objectBody(own)}</details></li>\n`
      : markup`<li>${place}</li>\n`;
  });
  const list = markup`<details class="members">
<summary>${members.length} objects</summary>
<ul>
${items}</ul>
</details>
`;
  return isWhole ? list : markup`${list}${objectBody(change)}`;
}

function objectBody(change: JudgedChange): Html | undefined {
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
