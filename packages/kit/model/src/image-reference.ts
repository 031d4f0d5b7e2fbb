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
