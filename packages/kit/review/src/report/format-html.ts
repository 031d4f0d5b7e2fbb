import { createHash } from "node:crypto";
import { forTerminal } from "@kit/text";
import { classes, type RiskClass } from "../judge/classes.ts";
import type { EnvironmentReview, Review } from "../review.ts";
import type { SyncEffect } from "../sync/sync-effect.ts";
import { sectionsOf, type ReviewSection } from "../told/section.ts";
import { environmentsText, sectionText } from "../told/wording.ts";
import { classesText, countsOf, countsText } from "./counts.ts";
import { nothingText } from "./describe.ts";
import { Html, markup } from "./html/markup.ts";
import { storyEntry } from "./html/object-entry.ts";
import { script } from "./html/script.ts";
import { style } from "./html/style.ts";
import { syncLines } from "./sync-lines.ts";
import { environmentText, filterForm, summaryTable } from "./html/summary-part.ts";

/** Of more entries that are not routine, only the risky ones are open from the start; of more of these, those that break. */
const mostOpen = 20;

/** Nothing is loaded, and nothing runs but the page's own script. */
const policy = [
  "default-src 'none'",
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(style)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The review as one HTML page that needs nothing else. Ends with a line break. */
export function formatHtml(review: Review): string {
  const { environments } = review;
  const changes = environments.flatMap((one) => one.changes);
  const isNothing = changes.length === 0;
  const title = isNothing ? "Review: nothing changes" : `Review: ${classesText(changes)}`;
  const sections = sectionsOf(review, false);
  const entries = sections.flatMap(({ stories }) => stories);
  // Of many, only those that are risky.
  const opened =
    [3, 2, 1]
      .map((count) => classes.slice(0, count))
      .find((those) => entries.filter((story) => those.includes(story.class)).length <= mostOpen) ?? [];
  const ids = new Map(environments.map((one, index) => [one, `e${index}`]));
  const body = isNothing
    ? markup`<p>${nothingText(review, forTerminal).trimEnd()}</p>\n`
    : markup`${sumsPart(review, sections)}${filterForm(environments)}<main>
${sections.map((one, index) => sectionPart(one, ids, index, opened))}</main>
`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<h1>${title}</h1>
${body}<script>${new Html(script)}</script>
</body>
</html>
`.text;
}

function sumsPart({ base, head, environments }: Review, sections: readonly ReviewSection[]): Html {
  const counts = countsText(countsOf(environments.flatMap(({ changes }) => changes)));
  const targets = environments.map((one) => sections.findIndex((section) => section.environments.includes(one)));
  return markup`<p>${counts} from <code>${base}</code> to <code>${head}</code></p>
<div class="wide">${summaryTable(environments, targets)}</div>
`;
}

type Ids = ReadonlyMap<EnvironmentReview, string>;

function sectionPart(section: ReviewSection, ids: Ids, index: number, opened: readonly RiskClass[]): Html {
  const entries = section.stories.map((story) => {
    const places = [...new Set(story.members.map(({ environment }) => ids.get(environment)!))];
    return storyEntry(story, places, opened.includes(story.class));
  });
  const name = environmentsText(section) ?? environmentText(undefined);
  return markup`<section id="s${index}" data-in="${section.environments.map((one) => ids.get(one)!).join(" ")}">
<h2>${name} <small>${sectionText(section)}</small></h2>
${syncPart(section.sync)}${entries}</section>
`;
}

function syncPart(sync: readonly SyncEffect[]): Html | undefined {
  if (sync.length === 0) return undefined;
  const items = syncLines(sync, true).map(({ does, text, next }) => {
    const hand = next === undefined ? undefined : markup`<br>→ ${next}`;
    return markup`<li><b>${does}</b> ${text}${hand}</li>\n`;
  });
  return markup`<p>A sync</p>\n<ul class="sync">\n${items}</ul>\n`;
}

/** By which the policy knows a script or style. */
function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
