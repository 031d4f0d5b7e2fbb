import { parseImage, type ImageReference } from "@kit/model";
import { argumentProblem, shown, type Problem } from "@kit/errors";

/** What an argument such as `shop-api=1.2.3` asks for. */
export interface ImageAssignment {
  /** The image as the base writes it. */
  readonly name: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
  /** What to deploy it from, where the argument says it. */
  readonly repository: string | undefined;
}

const digest = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const tag = /^\w[\w.-]{0,127}$/;
// https://github.com/distribution/reference/blob/main/regexp.go
const component = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const registry =
  "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*(?::\\d+)?";
const repository = new RegExp(`^(?:${registry}/)?${component}(?:/${component})*$`);

/**
 * Reads `<name>=<reference>`. A reference is a tag (`1.2.3`), a digest (`sha256:…`), both (`1.2.3@sha256:…`), or any of
 * them behind a repository (`registry.example.com:5000/shop/web:1.2.3`).
 */
export function parseAssignment(argument: string): ImageAssignment | Problem {
  const [, name, text] = /^([^=]+)=(.+)$/.exec(argument) ?? [];
  if (name === undefined || text === undefined) {
    const what = `${shown(argument)} does not say which image is to be what`;
    return argumentProblem(what, "write <image>=<reference>, such as shop-api=1.2.3");
  }
  const parts = partsOf(text);
  const wrong = wrongPart(parts);
  if (wrong === undefined) return { name, tag: parts.tag, digest: parts.digest, repository: parts.repository };
  return argumentProblem(
    `${shown(text)} is not a reference for ${name}: ${wrong}`,
    `write a tag, a digest or a whole reference: ${name}=1.2.3, ${name}=sha256:…, ${name}=registry.example.com/${name}:1.2.3`,
    "image-reference",
  );
}

type Parts = Omit<ImageReference, "repository"> & { readonly repository: string | undefined };

function partsOf(text: string): Parts {
  const bare = text.replace(/^@/, "");
  if (/^sha\d+:/.test(bare)) return { repository: undefined, tag: undefined, digest: bare };
  const [first = "", pinned] = text.split("@", 2);
  if (!/[/:]/.test(first)) return { repository: undefined, tag: first, digest: pinned };
  return parseImage(text);
}

function wrongPart({ repository: from, tag: named, digest: pinned }: Parts): string | undefined {
  if (from !== undefined && !repository.test(from)) return `${shown(from)} is not a repository`;
  if (named === undefined && pinned === undefined) return "it has no tag and no digest, which is latest";
  if (named !== undefined && !tag.test(named)) return `${shown(named)} is not a tag`;
  return pinned === undefined || digest.test(pinned) ? undefined : `${shown(pinned)} is not a digest`;
}
