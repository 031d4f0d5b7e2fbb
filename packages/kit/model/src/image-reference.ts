/** Which version of an image is meant: a tag, a digest, or both. */
export interface ImageVersion {
  readonly tag?: string | undefined;
  /** With its algorithm: `sha256:…`. */
  readonly digest?: string | undefined;
}

/** An image reference, such as `registry.example.com:5000/shop/web:1.2@sha256:…`. */
export interface ImageReference extends ImageVersion {
  /** With the registry, where it names one. */
  readonly repository: string;
}

/** Reads an image reference; a colon before the last slash belongs to the registry's port. */
export function parseImage(reference: string): ImageReference {
  const [tagged = "", digest] = reference.split("@", 2);
  const colon = tagged.indexOf(":", tagged.lastIndexOf("/") + 1);
  if (colon === -1) return { repository: tagged, tag: undefined, digest };
  return { repository: tagged.slice(0, colon), tag: tagged.slice(colon + 1), digest };
}

/** An image without its tag and digest. */
export function repositoryOf(image: string): string {
  return parseImage(image).repository;
}

/** A repository with everything that container runtimes fill in: `web` is `docker.io/library/web`. */
export function fullName(repository: string): string {
  const [first = "", ...rest] = repository.split("/");
  if (rest.length === 0) return `docker.io/library/${repository}`;
  const isRegistry = first === "localhost" || first.includes(".") || first.includes(":");
  return isRegistry ? repository : `docker.io/${repository}`;
}

/** Whether it may be a different image tomorrow: without tag and digest it is `latest`. */
export function isLatest({ tag = "latest", digest }: ImageVersion): boolean {
  return tag === "latest" && digest === undefined;
}

/** Why a reference's tag cannot be copied into a label by what follows the first colon, and what to write. */
export interface LabelFault {
  /** With the image before it: `has a digest`. */
  readonly what: string;
  readonly why: string;
  /** A reference that could be copied. */
  readonly write: string;
}

/**
 * What keeps a reference's tag from being the version label, which kustomize copies from what stands between its first and
 * its second colon; undefined where nothing does.
 *
 * https://github.com/kubernetes-sigs/kustomize/issues/5531
 */
export function labelFault({ repository, tag, digest }: ImageReference): LabelFault | undefined {
  const short = repository.slice(repository.lastIndexOf("/") + 1);
  const from = repository.includes(":") ? `<registry without a port>/${short}` : repository;
  const says = (what: string, why: string, version = tag): LabelFault => ({
    what,
    why,
    write: `${from}:${version ?? "<tag>"}`,
  });
  if (digest !== undefined) return says("has a digest", "a digest is not a value for a label");
  if (repository.includes(":")) return says("has a registry with a port", "what follows its first colon is not a tag");
  if (tag === undefined) return says("has no tag", "the version label needs one");
  if (labelText.test(tag)) return undefined;
  return says(`has the tag ${tag}`, "that is not a value for a label", "<tag>");
}

// https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
const labelText = /^[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?$/;
