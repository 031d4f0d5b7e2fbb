import { argumentError } from "@kit/errors";
import type { EnvironmentSide } from "@kit/review";
import { environmentSide } from "./environment-side.ts";
import { renderedIds, requireRenderedIds } from "../snapshots/rendered-in.ts";
import { snapshotOf } from "../snapshots/snapshot.ts";

/**
 * Two environments of a system, as the working tree has them rendered.
 *
 * @throws UserError where there are not two of them, one is unknown, or they deploy no service in common.
 */
export function environmentsToReview(root: string, named: readonly string[]): [EnvironmentSide, EnvironmentSide] {
  const snapshot = snapshotOf(root);
  const known = renderedIds(snapshot);
  const [base, head] = twoOf(named, known);
  const own = environmentSide(root, base, snapshot);
  const isOfSystem = ({ bases }: typeof own): boolean => bases.some((name) => own.bases.includes(name));
  const other = environmentSide(root, head, snapshot);
  if (isOfSystem(other)) return [own.side, other.side];
  const siblings = known.filter((id) => id !== base && isOfSystem(environmentSide(root, id, snapshot)));
  throw argumentError(
    `${base} and ${head} deploy no service in common: they are of two systems`,
    siblings.length === 0
      ? `${base} is the only environment of its system`
      : `compare ${base} with ${siblings.join(" or ")}`,
  );
}

function twoOf(named: readonly string[], known: readonly string[]): [string, string] {
  const [base, head] = named;
  const example = "write `pnpm review --envs <environment> <environment>`, such as `pnpm review --envs dev prod`";
  if (base === undefined || head === undefined || named.length > 2) {
    throw argumentError(`--envs compares two environments, not ${named.length}`, example);
  }
  requireRenderedIds(named, known);
  if (base === head) throw argumentError(`${base} is the same as itself`, example);
  return [base, head];
}
