import { createHash } from "node:crypto";
import { forTerminal } from "@kit/text";
import type { EnvironmentReview, Review } from "../review.ts";
import type { SyncEffect } from "../sync/sync-effect.ts";
import { classesText, countsOf, countsText } from "./counts.ts";
import { nothingText } from "./describe.ts";
import { Html, markup } from "./html/markup.ts";
import { objectEntry } from "./html/object-entry.ts";
import { script } from "./html/script.ts";
import { style } from "./html/style.ts";
import { syncLines } from "./sync-lines.ts";
import { environmentText, filterForm, summaryTable } from "./html/summary-part.ts";

/** Of more objects that are not routine, none is open from the start. */
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
  const isOpen = changes.filter((change) => change.class !== "routine").length <= mostOpen;
  const body = isNothing
    ? markup`<p>${nothingText(review, forTerminal).trimEnd()}</p>\n`
    : markup`${sumsPart(review)}${filterForm(environments)}<main>
${environments.map((one, index) => environmentSection(one, index, isOpen))}</main>
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

function sumsPart({ base, head, environments }: Review): Html {
  const counts = countsText(countsOf(environments.flatMap(({ changes }) => changes)));
  return markup`<p>${counts} from <code>${base}</code> to <code>${head}</code></p>
<div class="wide">${summaryTable(environments)}</div>
`;
}

function environmentSection(
  { environment, changes, sync }: EnvironmentReview,
  index: number,
  isOpen: boolean,
): Html | undefined {
  if (changes.length === 0) return undefined;
  const entries = changes.map((change) => objectEntry(change, isOpen && change.class !== "routine"));
  return markup`<section id="e${index}">
<h2>${environmentText(environment)} <small>${countsText(countsOf(changes))}</small></h2>
${syncPart(sync)}${entries}</section>
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
