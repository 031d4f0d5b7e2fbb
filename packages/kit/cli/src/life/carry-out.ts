import { exitCodes, UserError } from "@kit/errors";
import { formatPlan, planProblems, showPlan, writePlan } from "@kit/repository";
import { lostFiles, mentionsOf, readForLife, snapshotsToReview, tryPlan } from "@kit/repository/life";
import { formatSyncs, reviewStation } from "@kit/review";
import { joinPlans } from "@kit/scaffold";
import type { Draft, LifeFacts, Moves } from "@kit/scaffold/life";
import { coloured, notice, print, progress } from "@kit/terminal";
import { forTerminal } from "@kit/text";
import { confirmChange } from "./confirm-change.ts";
import { install, removeLeavings } from "./finish.ts";
import { planToShow } from "./plan-to-show.ts";

/** The options of the commands that rename, move and delete. */
export interface LifeOptions {
  readonly all?: boolean | undefined;
  readonly "dry-run"?: boolean | undefined;
  readonly "no-install"?: boolean | undefined;
  readonly yes?: boolean | undefined;
}

interface Change {
  /** What is done, as a question has it: `rename the service shop/cart`. */
  readonly what: string;
  readonly kind: "service" | "environment" | "system" | "vendored";
  /** As it is called now. */
  readonly name: string;
  readonly draft: (facts: LifeFacts) => Draft;
}

/**
 * Carries a change out: builds a copy with it, shows what it does to files and to clusters, asks, and writes all of it or
 * nothing. Returns the exit code.
 *
 * @throws UserError with what stands against it.
 */
export async function carryOut(
  root: string,
  { what, kind, name, draft: make }: Change,
  options: LifeOptions,
): Promise<number> {
  const { facts, others, snapshot } = await readForLife(root);
  const draft = make(facts);
  const plan = await formatPlan(root, draft.plan());
  const kept = new Set(draft.moved.values());
  UserError.throwIfAny([...planProblems(root, plan), ...lostFiles(root, plan, others, kept)]);
  progress("building a copy with the change …");
  const trial = await tryPlan(root, plan, draft.moves, [process.execPath, process.argv[1]!, "build"]);
  const input = snapshotsToReview(snapshot, trial.snapshot, () => plan.map(({ path }) => path));
  const syncs = formatSyncs(reviewStation.run(input), options.all === true);
  print(
    coloured(
      `${movedText(draft.moves)}${showPlan(planToShow(plan, draft.moved))}\n${syncs.trimEnd()}\n`,
      process.stdout,
    ),
  );
  if (trial.found !== undefined) print(`\nThe checks find something then:\n\n${reportIn(trial.found)}`);
  const mentions = mentionsOf(root, namesOf(kind, name));
  if (mentions.length > 0) notice(`change by hand what still names it: ${forTerminal(mentions.join("; "))}\n`);
  if (options["dry-run"] === true) return exitCodes.ok;
  await confirmChange(what, options.yes);
  writePlan(root, joinPlans(plan, trial.generated));
  removeLeavings(root, plan);
  if (options["no-install"] !== true) await install(root);
  notice("done, with generated/: read the diff, and commit it\n");
  return trial.found === undefined ? exitCodes.ok : exitCodes.finding;
}

/** What texts may call it that no command edits. */
function namesOf(kind: Change["kind"], name: string): string[] {
  if (kind === "vendored") return [`generated/bases/${name}`];
  if (kind === "environment")
    return [`overlays/${name}`, `generated/environments/${name}`, `generated/rendered/${name}`];
  return [`packages/${name}`, `@${name}`, `generated/bases/${name}`];
}

/** What a build prints behind what it has written. */
function reportIn(printed: string): string {
  const at = printed.indexOf("\n\n");
  return at === -1 ? printed : printed.slice(at + 2);
}

function movedText(folders: Moves): string {
  const lines = folders.map(([from, to]) => `${forTerminal(from)} → ${forTerminal(to)}\n`);
  return lines.length === 0 ? "" : `${lines.join("")}\n`;
}
