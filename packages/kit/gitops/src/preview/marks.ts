import { triedRequests, type PreviewRequest } from "@kit/model";

/** What a text has of a pull request. */
type Part = "number" | "commit" | "short8" | "short7";

// No Kubernetes object can have this character: kustomize cannot read it.
const mark = "\uFFFE";
const letters: Readonly<Record<Part, string>> = { commit: "c", short8: "8", short7: "7", number: "n" };
// The longest first: each of the commit's is the beginning of the one before it.
const parts: readonly Part[] = ["commit", "short8", "short7", "number"];
const marked = new RegExp(`${mark}([${Object.values(letters).join("")}])`, "g");

/**
 * A text with a mark wherever it follows from the pull request, found by the texts that the two tried requests gave.
 * Undefined where they do not tell: where it follows in another way than by containing number or commit.
 */
export function markedText(one: string, other: string): string | undefined {
  let text = "";
  let [at, otherAt] = [0, 0];
  while (at < one.length || otherAt < other.length) {
    const part = parts.find(
      (each) =>
        one.startsWith(valueOf(each, triedRequests[0]), at) &&
        other.startsWith(valueOf(each, triedRequests[1]), otherAt),
    );
    if (part !== undefined) {
      text += mark + letters[part];
      at += valueOf(part, triedRequests[0]).length;
      otherAt += valueOf(part, triedRequests[1]).length;
    } else if (at < one.length && one[at] === other[otherAt]) {
      text += one[at];
      at += 1;
      otherAt += 1;
    } else {
      return undefined;
    }
  }
  return text;
}

export function isMarked(text: string): boolean {
  return text.includes(mark);
}

/** The text of one pull request. */
export function filled(text: string, request: PreviewRequest): string {
  return replaceMarks(text, (part) => valueOf(part, request));
}

/** As people read it: `shop-pr-<number>`. */
export function inWords(text: string): string {
  const words = { number: "number", commit: "commit", short8: "commit", short7: "commit" };
  return replaceMarks(text, (part) => `<${words[part]}>`);
}

/** As a pattern of Argo CD's projects: `shop-pr-*`. */
export function asGlob(text: string): string {
  return replaceMarks(text, () => "*");
}

/** As a Go template of an ApplicationSet, whose generator gives these names. */
export function forArgocd(text: string): string {
  const fields = { number: "number", commit: "head_sha", short8: "head_short_sha", short7: "head_short_sha_7" };
  return replaceMarks(escaped(text, "{"), (part) => `{{ .${fields[part]} }}`);
}

/** As a Go template of a ResourceSet, with the delimiters and inputs of Flux Operator. */
export function forFlux(text: string): string {
  const inputs = {
    number: "inputs.id",
    commit: "inputs.sha",
    short8: "slice inputs.sha 0 8",
    short7: "slice inputs.sha 0 7",
  };
  return replaceMarks(escaped(text, "<"), (part) => `<< ${inputs[part]} >>`);
}

// What would begin an action, or become a part of one that follows, is written by an action itself. Backquotes, because a
// ResourceSet is a template as a whole, also within quotes.
function escaped(text: string, opening: "{" | "<"): string {
  const [begin, end] = opening === "{" ? ["{{", "}}"] : ["<<", ">>"];
  return text.replaceAll(new RegExp(`${opening}(?=${opening}|${mark})`, "g"), `${begin} \`${opening}\` ${end}`);
}

function replaceMarks(text: string, by: (part: Part) => string): string {
  return text.replaceAll(marked, (_, letter: string) => by(parts.find((part) => letters[part] === letter)!));
}

function valueOf(part: Part, { number, commit, shortCommit }: PreviewRequest): string {
  return { number, commit, short8: shortCommit(8), short7: shortCommit(7) }[part];
}
