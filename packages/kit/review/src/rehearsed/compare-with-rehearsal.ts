import type { Predictions, Prediction } from "./prediction.ts";

/** What is read of a rehearsal: what became of the objects, and what the models say of pods and ports. */
export interface RehearsedChange {
  /** What was wrong with what was there before. */
  readonly before: readonly RehearsedFinding[];
  readonly sync: {
    /** `created`, `changed`, `replaced`, `pruned`, `kept` and `refused` count. */
    readonly timeline: readonly { readonly what: string; readonly object: string }[];
    readonly expectations: readonly RehearsedExpectation[];
    readonly findings: readonly RehearsedFinding[];
  };
}

interface RehearsedFinding {
  readonly severity: string;
  readonly code: string;
  readonly object: string;
  readonly message: string;
}

interface RehearsedExpectation {
  readonly about: string;
  readonly object: string;
  readonly port?: string;
  readonly expected: { readonly type: string } | boolean;
  readonly happened: string | boolean;
  readonly agree: boolean | undefined;
}

/** A prediction beside what the control plane did. */
export interface RehearsedPrediction {
  readonly object: string;
  /** `is refused`, `rolls`, `answers on port http`. */
  readonly predicted: string;
  /** The rule that predicts it, where one does. */
  readonly risk: string | undefined;
  readonly happened: string;
  readonly verdict: "confirmed" | "refuted" | "not rehearsed";
}

/** How a review and a rehearsal of one environment compare. */
export interface RehearsalComparison {
  readonly environment: string;
  /** The refuted first. */
  readonly rows: readonly RehearsedPrediction[];
  /** What hurt in the rehearsal, whatever was predicted. */
  readonly hurts: readonly string[];
  /** Rules of which no rehearsal tells whether they are right, with how often they found something. */
  readonly untold: ReadonlyMap<string, number>;
}

/**
 * Puts what a review predicts beside what a control plane did. It looks at nothing else: the same two give the same comparison.
 * A refusal that nobody predicted is refuted too, unless what was there before was refused already.
 */
export function compareWithRehearsal(
  { environment, predictions, untold }: Predictions,
  { before, sync }: RehearsedChange,
): RehearsalComparison {
  const actions = new Map(
    sync.timeline.filter(({ what }) => Object.hasOwn(says, what)).map(({ object, what }) => [object, what as Action]),
  );
  const messages = new Map(
    sync.findings.filter(({ code }) => code === "refused").map(({ object, message }) => [object, message]),
  );
  const told = predictions.map((one) => objectRow(one, actions, messages));
  const known = new Set(predictions.flatMap(({ object }) => namesOf(object)));
  const old = new Set(before.filter(({ code }) => code === "refused").map(({ object }) => object));
  const surprises = [...messages]
    .filter(([object]) => !known.has(object) && !old.has(object))
    .map(([object, message]) => row(object, "is not refused", undefined, `is refused: ${message}`, "refuted"));
  const rows = [...told, ...surprises, ...sync.expectations.map(expectationRow)];
  return {
    environment,
    rows: rows.toSorted((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict)),
    hurts: sync.findings
      .filter(({ severity }) => severity === "hurts")
      .map(({ object, message }) => `${object}: ${message}`),
    untold,
  };
}

/** Whether something that was predicted did not come true. */
export function isRefuted({ rows }: RehearsalComparison): boolean {
  return rows.some(({ verdict }) => verdict === "refuted");
}

const order: readonly RehearsedPrediction["verdict"][] = ["refuted", "not rehearsed", "confirmed"];

const says = {
  created: "is created",
  changed: "is changed",
  replaced: "is deleted and made anew",
  pruned: "is deleted",
  kept: "is kept",
  refused: "is refused",
} as const;
type Action = keyof typeof says;

const predicted = {
  ...says,
  stays: "stays as the API server has it",
} satisfies Record<Prediction["what"] | Action, string>;

function objectRow(
  { object, what, risk }: Prediction,
  actions: ReadonlyMap<string, Action>,
  messages: ReadonlyMap<string, string>,
): RehearsedPrediction {
  const name = namesOf(object).find((one) => actions.has(one) || messages.has(one)) ?? object;
  const action = messages.has(name) ? "refused" : actions.get(name);
  const message = messages.get(name);
  const done = action === undefined ? "nothing changes" : says[action];
  const happened = message === undefined ? done : `${done}: ${message}`;
  return row(object, predicted[what], risk, happened, verdictOf(what, action));
}

/** A rehearsal prunes always, and makes namespaces beforehand: what depends on that it does not tell. */
function verdictOf(what: Prediction["what"], action: Action | undefined): RehearsedPrediction["verdict"] {
  switch (what) {
    case "refused":
      return action === "refused" || action === "replaced" ? "confirmed" : "refuted";
    case "created":
      return action === "refused" ? "refuted" : "confirmed";
    case "changed":
      return action === "changed" ? "confirmed" : "refuted";
    case "stays":
      return action === undefined ? "confirmed" : "refuted";
    case "pruned":
      return action === "pruned" ? "confirmed" : action === undefined ? "not rehearsed" : "refuted";
    default:
      return action === "kept" ? "confirmed" : "not rehearsed";
  }
}

function expectationRow({ about, object, port, expected, happened, agree }: RehearsedExpectation): RehearsedPrediction {
  const verdict = agree === undefined ? "not rehearsed" : agree ? "confirmed" : "refuted";
  if (about === "endpoints") {
    const answers = (is: unknown): string =>
      is === true ? `answers on port ${port}` : `has nobody behind port ${port}`;
    return row(object, answers(expected), undefined, answers(happened), verdict);
  }
  const type = typeof expected === "object" ? expected.type : String(expected);
  return row(object, podsText[type] ?? type, undefined, `pods ${String(happened)}`, verdict);
}

const podsText: Readonly<Record<string, string>> = {
  stay: "keeps its pods",
  roll: "rolls",
  recreate: "stops its pods, then starts new ones",
  wait: "keeps its pods until something else happens",
  none: "has no pods",
  refused: "is refused",
};

function row(
  object: string,
  own: string,
  risk: string | undefined,
  happened: string,
  verdict: RehearsedPrediction["verdict"],
): RehearsedPrediction {
  return { object, predicted: own, risk, happened, verdict };
}

/** What a namespaced object without a namespace is called once it is deployed. */
function namesOf(object: string): string[] {
  const [kind = "", name = ""] = object.split(" ");
  return name.includes("/") ? [object] : [object, `${kind} default/${name}`];
}
