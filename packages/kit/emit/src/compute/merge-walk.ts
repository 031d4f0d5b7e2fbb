import { shown, type Problem } from "@kit/errors";
import type { Json } from "@kit/kube";
import { describeChange, type AppliedDelta } from "./object-change.ts";
import type { OriginTree } from "./origin-tree.ts";
import type { ValueOrigin } from "./origins.ts";

/** A problem of a change, without the object that it is of. */
export type MergeProblem = Omit<Problem, "where">;

/** Whose hand a value is of, where it lies. */
export interface ValueOwner {
  /** Who set what this value is in. */
  readonly by: ValueOrigin | undefined;
  /** Who gave a list whole that it is in. */
  readonly whole: ValueOrigin | undefined;
}

/** The way of one change through an object. */
export class MergeWalk {
  readonly by: AppliedDelta["by"];
  readonly #report: (problem: MergeProblem) => void;
  readonly #path: string[] = [];

  constructor(by: AppliedDelta["by"], report: (problem: MergeProblem) => void) {
    this.by = by;
    this.#report = report;
  }

  /** @param step `.spec`, or `[web]` of an entry. */
  in<Result>(step: string, act: () => Result): Result {
    this.#path.push(step);
    const result = act();
    this.#path.pop();
    return result;
  }

  /** The place where it is, or one below it: `spec.ports[80/TCP]`. */
  pathTo(step = ""): string {
    return [...this.#path, step].join("").replace(/^\./, "");
  }

  report(problem: MergeProblem): void {
    this.#report(problem);
  }

  /**
   * The other change of the same kind, of `configure` or of a helper, that has a say in the value: the two must agree. What
   * `configure` itself says goes over a helper's.
   */
  rivalAt(present: Json | undefined, tree: OriginTree, owner: ValueOwner): ValueOrigin | undefined {
    return this.rivalOf(present, tree, owner) ?? tree.find((by) => this.isRival(by));
  }

  /** The other change that has given or removed the value as one, whatever was done inside of it. */
  rivalOf(present: Json | undefined, tree: OriginTree, owner: ValueOwner): ValueOrigin | undefined {
    const above = present === undefined ? undefined : owner.by;
    return [tree.by ?? above, owner.whole].find((by) => this.isRival(by));
  }

  isRival(by: ValueOrigin | undefined): boolean {
    return by?.type === "change" && by !== this.by && (by.helper === undefined) === (this.by.helper === undefined);
  }

  /** @param step What is below the place where it is. */
  conflict(present: Json | undefined, wanted: Json | undefined, rival: ValueOrigin, step = ""): void {
    const makers = this.by.helper === undefined ? "patches" : "helpers";
    const path = this.pathTo(step);
    const what =
      present === undefined || wanted === undefined
        ? `one of two ${makers} removes ${path}, the other sets it to ${shown(present ?? wanted)}`
        : `two ${makers} set ${path}, to ${shown(present)} and to ${shown(wanted)}`;
    const places = [rival, this.by].map((by) => (by.type === "change" ? describeChange(by) : by.type));
    this.#report({ code: "patch-conflict", what, next: `set it in one of them only: ${places.join(" or ")}` });
  }
}
