import { toJson } from "@kit/yaml";
import { classes, type RiskClass } from "../judge/classes.ts";
import { imageOf } from "../judge/images.ts";
import type { JudgedChange, JudgedField } from "../judge/judge.ts";
import { identityKey } from "@kit/kube";
import type { EnvironmentReview } from "../review.ts";
import { masker, maskedValue, own as ownWord, readable } from "./own-words.ts";

/** An object's change, and where it is. */
export interface StoryMember {
  readonly environment: EnvironmentReview;
  readonly change: JudgedChange;
}

/** Changes of one or many objects that are one to a reader: nothing differs in them but names. */
export interface Story {
  readonly class: RiskClass;
  /** Those of one environment stand together. */
  readonly members: readonly StoryMember[];
  /** What is said of it: of several, with `<name>` for what each has its own of. */
  readonly change: JudgedChange;
}

/** Puts changes together that are the same: the riskiest first, of one class those of the most objects. */
export function storiesOf(all: readonly StoryMember[]): Story[] {
  const told = sameIn(all).map((members) => {
    const mask = masker(members[0]!.environment.environment, members[0]!.change);
    return { members, mask, key: keyOf(members[0]!, mask) };
  });
  const groups = Map.groupBy(told, ({ key }) => key);
  const places = new Map(all.map((member, index) => [member, index]));
  return [...groups.values()].map((own) => storyOf(own, places)).toSorted(byRisk);
}

/** What is written the same in several environments is the same whatever they are called. */
function sameIn(all: readonly StoryMember[]): (readonly StoryMember[])[] {
  const isOne = all.every(({ environment }) => environment === all[0]!.environment);
  if (isOne) return all.map((member) => [member]);
  return [...Map.groupBy(all, (member) => keyOf(member, (text) => text)).values()];
}

/** Each change as a story of its own. */
export function apart(all: readonly StoryMember[]): Story[] {
  return all.map((member) => ({ class: member.change.class, members: [member], change: member.change }));
}

interface Told {
  readonly members: readonly StoryMember[];
  readonly mask: (text: string) => string;
}

/** What two changes have in common exactly where they are the same to a reader. */
function keyOf({ environment, change }: StoryMember, mask: (text: string) => string): string {
  const { op, id, previous, findings, effects, fields } = change;
  // What goes over to another environment does so whatever it is.
  const isLeft = environment.became?.how === "left";
  return toJson([
    environment.became?.how ?? null,
    [
      op,
      change.class,
      ...(isLeft ? [] : [id.group, id.kind]),
      previous === undefined ? null : [previous.group, previous.kind],
    ],
    effects.map((effect) => countless(mask(effect))),
    findings.map(({ risk, reason, consequence, paths }) => [
      risk,
      countless(mask(reason)),
      countless(mask(consequence)),
      paths.map(mask),
    ]),
    fields.map((field) => [
      [field.op, field.class, field.equal ?? null, mask(field.path)],
      ...[field.before, field.after].map((value) => (value === undefined ? [] : [maskedSide(field, value, mask)])),
    ]),
  ]);
}

/** How many pods it rolls is of little weight beside what rolls them. */
function countless(text: string): string {
  return text.replaceAll(/\b(rolls|stops|starts) \d+ pods?\b(?! more)/g, "$1 the pods");
}

/** Of an image that stays, only the version counts. */
function maskedSide(field: JudgedField, value: unknown, mask: (text: string) => string): unknown {
  if (!isOtherVersion(field)) return maskedValue(value, mask);
  const { repository, version } = imageParts(value as string);
  const masked = mask(repository);
  return `${masked.includes(ownWord) ? masked : ownWord}${version}`;
}

function imageParts(text: string): { readonly repository: string; readonly version: string } {
  const at = /(?::[\w][\w.-]*)?(?:@[\w+.-]+:[0-9a-f]+)?$/i.exec(text)?.index ?? text.length;
  return { repository: text.slice(0, at), version: text.slice(at).replaceAll(/[0-9a-f]{32,}/g, ownWord) };
}

/** Whether a field is an image that has another tag or digest, and nothing else. */
export function isOtherVersion({ path, before, after }: JudgedField): boolean {
  if (!/ontainers\[[^\]]*\]\.image$/.test(path) || typeof before !== "string" || typeof after !== "string")
    return false;
  return imageOf(before).name === imageOf(after).name;
}

/** The first is the one that the first mask is for. */
function storyOf(told: readonly Told[], places: ReadonlyMap<StoryMember, number>): Story {
  const members = told.flatMap((one) => one.members).toSorted((one, other) => places.get(one)! - places.get(other)!);
  const { change } = members[0]!;
  return { class: change.class, members, change: members.length === 1 ? change : joined(members, told[0]!.mask) };
}

/** What all have as it is; what differs as it is masked. */
function joined(members: readonly StoryMember[], mask: (text: string) => string): JudgedChange {
  const changes = members.map((member) => member.change);
  const [change] = changes as [JudgedChange, ...JudgedChange[]];
  const textOf = (of: (one: JudgedChange) => string): string => {
    const own = of(change);
    return changes.every((one) => of(one) === own) ? own : readable(countless(mask(own)));
  };
  const origins = new Set(changes.map(({ origin }) => toJson(origin ?? null)));
  return {
    ...change,
    effects: change.effects.map((_, index) => textOf(({ effects }) => effects[index]!)),
    findings: change.findings.map((finding, index) => ({
      ...finding,
      reason: textOf(({ findings }) => findings[index]!.reason),
      consequence: textOf(({ findings }) => findings[index]!.consequence),
      paths: finding.paths.map((_, at) => textOf(({ findings }) => findings[index]!.paths[at]!)),
    })),
    fields: change.fields.map((field, index) =>
      joinedField(
        field,
        changes.map(({ fields }) => fields[index]!),
        mask,
      ),
    ),
    origin: origins.size === 1 ? change.origin : undefined,
  };
}

function joinedField(field: JudgedField, all: readonly JudgedField[], mask: (text: string) => string): JudgedField {
  const isOne = (of: (one: JudgedField) => unknown): boolean =>
    new Set(all.map((one) => toJson(of(one) ?? null))).size === 1;
  const shown = (text: string): string => readable(mask(text));
  const isSame = isOne(({ before, after }) => [before ?? null, after ?? null]);
  const { before, after, inner, origin, ...rest } = field;
  const values = {
    ...(before === undefined ? {} : { before: maskedValue(maskedSide(field, before, mask), readable) }),
    ...(after === undefined ? {} : { after: maskedValue(maskedSide(field, after, mask), readable) }),
    ...(inner === undefined ? {} : { inner: maskedValue(inner, shown) as typeof inner }),
  };
  return {
    ...rest,
    path: isOne(({ path }) => path) ? field.path : shown(field.path),
    ...(isSame ? { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) } : values),
    ...(isSame && inner !== undefined ? { inner } : {}),
    origin: isOne((one) => one.origin) ? origin : undefined,
  };
}

function byRisk(one: Story, other: Story): number {
  const risk = classes.indexOf(one.class) - classes.indexOf(other.class);
  if (risk !== 0) return risk;
  const more = other.members.length - one.members.length;
  if (more !== 0) return more;
  const [own, others] = [one, other].map(({ members }) => identityKey(members[0]!.change.id));
  return own! < others! ? -1 : own! > others! ? 1 : 0;
}
