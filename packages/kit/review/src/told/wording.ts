import { describeIdentity } from "@kit/kube";
import type { JudgedField } from "../judge/judge.ts";
import { countsOf, countsText } from "../report/counts.ts";
import { titleOf } from "../report/describe.ts";
import { lineOf } from "../report/value-text.ts";
import type { ReviewSection } from "./section.ts";
import { isOtherVersion, type Story } from "./story.ts";

/** More names are folded. */
const mostNames = 8;
/** More environments are counted. */
const mostEnvironments = 3;

/** `image of 200 Deployments: 1.0.0 → 1.0.1`; of one object `Deployment prod/backend`. */
export function storyTitle({ members, change }: Story): string {
  if (members.length === 1) return titleOf(change);
  const changes = members.map((member) => member.change);
  const names = new Set(changes.map(({ id: { namespace, name } }) => `${namespace ?? ""}/${name}`));
  const isOneName = new Set(changes.map(({ id }) => id.name)).size === 1;
  const { op, id } = change;
  const object = names.size === 1 ? describeIdentity(id) : `${id.kind} ${id.name}`;
  const isOneKind = changes.every((one) => one.id.kind === id.kind);
  const what = isOneName && isOneKind ? object : `${members.length} ${isOneKind ? pluralOf(id.kind) : "objects"}`;
  if (op !== "changed") return `${what} (${op})`;
  const told = isOneName ? undefined : mainField(change.fields);
  return told === undefined ? what : `${told.label} of ${what}: ${told.values}`;
}

/** The objects of a story, each named once: `cart, web and 198 more (--all names them)`. Undefined where its title has it. */
export function storyNames(story: Story, all: boolean): string | undefined {
  const names = namesOf(story);
  if (names.length === 1) return undefined;
  const isMany = !all && names.length > mostNames + 1;
  const shown = isMany ? names.slice(0, mostNames) : names;
  return `${shown.join(", ")}${isMany ? ` and ${names.length - mostNames} more (--all names them)` : ""}`;
}

/** With namespaces where one environment has objects in several. */
function namesOf({ members }: Story): string[] {
  const places = Map.groupBy(members, ({ environment }) => environment);
  const isPlaced = [...places.values()].some((own) => new Set(own.map(({ change }) => change.id.namespace)).size > 1);
  const isOneKind = new Set(members.map(({ change }) => change.id.kind)).size === 1;
  const names = members.map(({ change: { id } }) => {
    const name = isPlaced && id.namespace !== undefined ? `${id.namespace}/${id.name}` : id.name;
    return isOneKind ? name : `${id.kind} ${name}`;
  });
  return [...new Set(names)];
}

/** The image's version, or the only field that there is, where both values are short. */
function mainField(fields: readonly JudgedField[]) {
  const image = fields.find(isOtherVersion);
  if (image !== undefined) {
    const [before, after] = [image.before, image.after].map((value) => versionOf(value as string));
    return { label: "image", values: `${before} → ${after}${moreText(fields.length - 1)}` };
  }
  const [only] = fields;
  if (fields.length !== 1 || only?.op !== "changed" || only.inner !== undefined) return undefined;
  const [before, after] = [lineOf(only.before), lineOf(only.after)];
  if (before === undefined || after === undefined) return undefined;
  return { label: only.path, values: `${before} → ${after}` };
}

function moreText(count: number): string {
  return count === 0 ? "" : `, and ${count} more field${count === 1 ? "" : "s"}`;
}

/** The tag, the beginning of the digest, or both. */
function versionOf(reference: string): string {
  const [, tag, digest] = /(?::(\w[\w.-]*))?(?:@([\w+.-]+:(?:[0-9a-f]+|<name>)))?$/i.exec(reference) ?? [];
  const short = digest?.slice(0, 19);
  if (short === undefined) return tag ?? "latest";
  return tag === undefined ? short : `${tag}@${short}`;
}

/** `Deployments`, `Ingresses`, `NetworkPolicies`. */
function pluralOf(kind: string): string {
  if (kind.endsWith("Endpoints")) return kind;
  if (/(?:s|x|ch|sh)$/.test(kind)) return `${kind}es`;
  return /[^aeiou]y$/.test(kind) ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}

/** `dev and prod`, `12 environments (dev, prod, qa and 9 more)`; undefined for a set without a name. */
export function environmentsText({ environments }: Pick<ReviewSection, "environments">): string | undefined {
  const names = environments.flatMap(({ environment }) => environment ?? []);
  if (names.length === 0) return undefined;
  if (names.length <= mostEnvironments) return listed(names);
  const rest = names.length - mostEnvironments;
  return `${names.length} environments (${names.slice(0, mostEnvironments).join(", ")} and ${rest} more)`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)!}`;
}

/** How much changes in a section, and what became of its environment: `a new environment, 12 added`. */
export function sectionText({ environments, stories }: ReviewSection): string {
  const [only] = environments;
  const changes = stories.flatMap(({ members }) => members.map(({ change }) => change));
  const counts = countsText(countsOf(changes));
  if (environments.length > 1) return evenly(environments.length, changes, counts);
  const { became } = only!;
  switch (became?.how) {
    case "new":
      return `a new environment, ${counts}`;
    case "removed":
      return `the environment is removed, ${counts}`;
    case "left":
      return `the environment is called ${became.to} now`;
    case "renamed": {
      const same = became.same === 1 ? "1 object as it was" : `${became.same} objects as they were`;
      return joined(`was ${became.from}, ${same}`, counts);
    }
    default:
      return counts;
  }
}

function joined(text: string, counts: string): string {
  return counts === "" ? text : `${text}, ${counts}`;
}

function evenly(count: number, changes: Parameters<typeof countsOf>[0], counts: string): string {
  const { worst: _, ...sums } = countsOf(changes);
  const isEven = Object.values(sums).every((sum) => sum % count === 0);
  if (!isEven) return `${counts} in all`;
  const { added, changed, removed, renamed } = sums;
  const of = (sum: number): number => sum / count;
  const each = { added: of(added), changed: of(changed), removed: of(removed), renamed: of(renamed), worst: undefined };
  return `${countsText(each)} in each`;
}
