import type { CommandDefinition } from "./define/command-definition.ts";
import build from "./definitions/build.ts";
import capacity from "./definitions/capacity.ts";
import check from "./definitions/check.ts";
import comment from "./definitions/comment.ts";
import deleteThings from "./definitions/delete.ts";
import crds from "./definitions/crds.ts";
import diagnose from "./definitions/diagnose.ts";
import drift from "./definitions/drift.ts";
import gitops from "./definitions/gitops.ts";
import images from "./definitions/images.ts";
import migrate from "./definitions/migrate.ts";
import move from "./definitions/move.ts";
import newThings from "./definitions/new.ts";
import order from "./definitions/order.ts";
import promote from "./definitions/promote.ts";
import rehearse from "./definitions/rehearse.ts";
import rename from "./definitions/rename.ts";
import review from "./definitions/review.ts";
import secrets from "./definitions/secrets.ts";
import setImage from "./definitions/set-image.ts";
import topology from "./definitions/topology.ts";
import vendor from "./definitions/vendor.ts";
import verify from "./definitions/verify.ts";

/** A command, of which the definition is there long before what does the work. */
export type Listed = readonly [
  definition: CommandDefinition,
  load: () => Promise<{ readonly default: () => Promise<void> }>,
];

/** The commands, in the order of the README. Each loads what it needs and nothing else. */
export const commands: readonly Listed[] = [
  [build, () => import("./commands/build.ts")],
  [drift, () => import("./commands/drift.ts")],
  [check, () => import("./commands/check.ts")],
  [review, () => import("./commands/review.ts")],
  [comment, () => import("./commands/comment.ts")],
  [images, () => import("./commands/images.ts")],
  [setImage, () => import("./commands/set-image.ts")],
  [promote, () => import("./commands/promote.ts")],
  [newThings, () => import("./commands/new.ts")],
  [rename, () => import("./commands/rename.ts")],
  [move, () => import("./commands/move.ts")],
  [deleteThings, () => import("./commands/delete.ts")],
  [crds, () => import("./commands/crds.ts")],
  [vendor, () => import("./commands/vendor.ts")],
  [migrate, () => import("./commands/migrate.ts")],
  [gitops, () => import("./commands/gitops.ts")],
  [order, () => import("./commands/order.ts")],
  [topology, () => import("./commands/topology.ts")],
  [verify, () => import("./commands/verify.ts")],
  [capacity, () => import("./commands/capacity.ts")],
  [rehearse, () => import("./commands/rehearse.ts")],
  [secrets, () => import("./commands/secrets.ts")],
  [diagnose, () => import("./commands/diagnose.ts")],
];
