export type LooseLabels = Readonly<Record<string, unknown>>;

/** One condition on labels, as objects have it. */
export interface Condition {
  readonly key?: string | undefined;
  readonly operator?: string | undefined;
  readonly values?: readonly unknown[] | undefined;
}

/** A label selector as objects have it. */
export interface LabelSelector {
  readonly matchLabels?: LooseLabels | undefined;
  readonly matchExpressions?: readonly Condition[] | undefined;
}

/**
 * Whether a label selector takes what has these labels: no selector takes nothing, an empty one everything, and one with
 * an operator that there is not takes nothing, as controllers do not read it.
 *
 * `LabelSelectorAsSelector` of k8s.io/apimachinery/pkg/apis/meta/v1.
 */
export function selects(selector: LabelSelector | null | undefined, labels: LooseLabels): boolean {
  if (selector === null || selector === undefined) return false;
  const { matchLabels = {}, matchExpressions = [] } = selector;
  return hasAll(matchLabels, labels) && matchExpressions.every((condition) => meetsLabels(condition, labels));
}

/** Whether a Service's selector takes pods with these labels: a plain map, of which an empty one takes none. */
export function selectsPods(selector: LooseLabels | null | undefined, labels: LooseLabels | null | undefined): boolean {
  return Object.keys(selector ?? {}).length > 0 && hasAll(selector!, labels ?? {});
}

/** Whether labels are among others, with the same values. */
export function hasAll(wanted: LooseLabels, labels: LooseLabels): boolean {
  return Object.entries(wanted).every(([key, value]) => value !== undefined && valueOf(labels, key) === value);
}

/** Whether a condition of a node affinity holds, which may compare whole numbers too. */
export function meetsOfNode(condition: Condition, labels: LooseLabels): boolean {
  const { key = "", operator, values = [] } = condition;
  if (operator !== "Gt" && operator !== "Lt") return meetsLabels(condition, labels);
  const [own, other] = [wholeNumber(valueOf(labels, key)), values.length === 1 ? wholeNumber(values[0]) : undefined];
  if (own === undefined || other === undefined) return false;
  return operator === "Gt" ? own > other : own < other;
}

/** `Requirement.Matches` of k8s.io/apimachinery/pkg/labels: what is not there is also not in a list. */
export function meetsLabels({ key = "", operator, values = [] }: Condition, labels: LooseLabels): boolean {
  const value = valueOf(labels, key);
  if (operator === "In") return value !== undefined && values.includes(value);
  if (operator === "NotIn") return value === undefined || !values.includes(value);
  if (operator === "Exists") return value !== undefined;
  return operator === "DoesNotExist" && value === undefined;
}

// A label may be called `constructor`.
function valueOf(labels: LooseLabels, key: string): unknown {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

function wholeNumber(value: unknown): bigint | undefined {
  if (typeof value !== "string" || !/^[+-]?\d+$/.test(value)) return undefined;
  const number = BigInt(value.replace("+", ""));
  return BigInt.asIntN(64, number) === number ? number : undefined;
}
