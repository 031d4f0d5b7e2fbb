import { describeIdentity, type Loose } from "@kit/kube";
import type { ObjectId } from "../input/identity.ts";
import type { RiskContext } from "../judge/define-risk.ts";
import type { JudgedChange } from "../judge/judge.ts";
import { claimsOf } from "./claims.ts";
import { goneWith } from "./gone-with.ts";
import { isForced, keptBecause } from "./keeping.ts";
import { leftBehind } from "./left-behind.ts";
import { deeds, type SyncEffect } from "./sync-effect.ts";
import type { Syncer, Syncers } from "./syncer.ts";

/** An object that is not rendered any more. */
interface Gone {
  readonly id: ObjectId;
  readonly object: Loose;
  /** What has its place now. */
  readonly successor: JudgedChange | undefined;
}

/**
 * What a sync does in the cluster after a change, and what it leaves there: where nothing goes, is made anew or stands in
 * its way there is nothing to say that the objects do not say themselves.
 *
 * @param syncers What syncs the environment; undefined where that is no question.
 */
export function syncEffects(
  changes: readonly JudgedChange[],
  context: RiskContext,
  syncers: Syncers | undefined,
): SyncEffect[] {
  if (syncers === undefined) return [];
  const gone = changes.flatMap(goneIn);
  const engines = syncers.after.length > 0 ? syncers.after : syncers.before;
  const effects = [
    ...together(engines, (syncer) => gone.flatMap((one) => fateOf(one, syncer, context))),
    ...together(engines, (syncer) => changes.flatMap((change) => stopOf(change, syncer))),
    ...usesIn(changes),
    ...leftBehind(changes, context.before, context.after),
  ];
  if (effects.length === 0) return [];
  return ordered([...effects, ...changes.flatMap(othersIn)]);
}

function goneIn(change: JudgedChange): Gone[] {
  const { op, id, previous, before } = change;
  if (before === undefined) return [];
  if (op === "removed") return [{ id, object: before, successor: undefined }];
  return op === "renamed" && previous !== undefined ? [{ id: previous, object: before, successor: change }] : [];
}

/** What each engine does; where two differ, each says it of itself. Where nobody says what syncs, of one that prunes. */
function together(syncers: readonly Syncer[], effectsOf: (syncer: Syncer) => readonly SyncEffect[]): SyncEffect[] {
  const [own, ...others] = (syncers.length === 0 ? [unknownSyncer] : syncers).map((syncer) => ({
    syncer,
    effects: effectsOf(syncer),
  }));
  const texts = new Set(own!.effects.map(textOf));
  const isSame = others.every(
    ({ effects }) => effects.length === texts.size && effects.every((one) => texts.has(textOf(one))),
  );
  if (isSame) return [...own!.effects];
  return [own!, ...others].flatMap(({ syncer, effects }) =>
    effects.map((one) => ({
      ...one,
      about: [`by ${syncer.engine}`, one.about].filter((text) => text !== "").join(", "),
    })),
  );
}

const unknownSyncer: Syncer = {
  engine: "Flux",
  name: "",
  prunes: true,
  isManual: false,
  destination: "",
  cascades: false,
  outlives: false,
  refusesShared: false,
  allowed: undefined,
};

function fateOf({ id, object, successor }: Gone, syncer: Syncer, context: RiskContext): SyncEffect[] {
  const own = describeIdentity(id);
  const why = keptBecause(syncer, id, object);
  const made: SyncEffect[] =
    successor === undefined || why === undefined
      ? []
      : [
          {
            does: "makes",
            objects: [describeIdentity(successor.id)],
            about: `a new object beside ${own}`,
            next: undefined,
          },
        ];
  if (why !== undefined) return [{ does: "keeps", objects: [own], about: why, next: undefined }, ...made];
  const more = goneWith(id, object, context.before);
  const isSaid = more.some(({ does, objects }) => does === "deletes" && objects.includes(own));
  if (successor === undefined) {
    return [...(isSaid ? [] : [{ does: "deletes", objects: [own], about: "", next: undefined } as const]), ...more];
  }
  const about = `it is deleted, and ${describeIdentity(successor.id)} is made`;
  return [{ does: "recreates", objects: [own], about, next: undefined }, ...more, ...emptyClaims(successor)];
}

function emptyClaims({ id, after }: JudgedChange): SyncEffect[] {
  const claims = after === undefined ? [] : claimsOf(id, after);
  const isClaim = id.group === "" && id.kind === "PersistentVolumeClaim";
  const objects = (isClaim ? [id.name] : claims).map((name) =>
    describeIdentity({ ...id, kind: "PersistentVolumeClaim", name }),
  );
  if (objects.length === 0) return [];
  return [
    {
      does: "makes",
      objects,
      about: "empty, because the data stays under the old names",
      next: "copy the data over, or restore a backup, before anybody writes",
    },
  ];
}

/** A field that cannot be changed in place. */
function stopOf({ op, id, after, findings }: JudgedChange, syncer: Syncer): SyncEffect[] {
  const paths = findings.filter(({ risk }) => risk === "immutable-field").flatMap((finding) => finding.paths);
  if (op !== "changed" || after === undefined || paths.length === 0) return [];
  const objects = [describeIdentity(id)];
  const fields = `${[...new Set(paths)].join(" and ")} cannot be changed in place`;
  if (isForced(syncer, after)) return [{ does: "recreates", objects, about: fields, next: undefined }];
  return [
    {
      does: "stops at",
      objects,
      about: fields,
      next: "delete it by hand when it may be gone for a while; the next sync makes it anew",
    },
  ];
}

/** What others still use of what is gone, in the words of the risks. */
function usesIn(changes: readonly JudgedChange[]): SyncEffect[] {
  return changes.flatMap(({ id, previous, findings }) =>
    findings
      .filter(({ risk }) => risk === "service-name" || risk === "removed-reference")
      .map(({ reason, consequence }) => ({
        does: "others use",
        objects: [describeIdentity(previous ?? id)],
        about: reason,
        next: consequence,
      })),
  );
}

function othersIn({ op, id, effects }: JudgedChange): SyncEffect[] {
  const objects = [describeIdentity(id)];
  if (op === "added") return [{ does: "makes", objects, about: "", next: undefined }];
  if (op !== "changed") return [];
  const about = effects.filter((one) => one !== "restarts nothing").join("; ");
  return [{ does: "changes", objects, about, next: undefined }];
}

/** In the order of what they do; those of which the same is to be said as one. */
export function ordered(effects: readonly SyncEffect[]): SyncEffect[] {
  const groups = Map.groupBy(effects, ({ does, about, next }) => JSON.stringify([does, about, next]));
  const joined = [...groups.values()].map((own) => ({
    ...own[0]!,
    objects: [...new Set(own.flatMap(({ objects }) => objects))],
  }));
  return joined.toSorted((one, other) => deeds.indexOf(one.does) - deeds.indexOf(other.does));
}

function textOf(effect: SyncEffect): string {
  return JSON.stringify(effect);
}
