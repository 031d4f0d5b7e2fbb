import type { ImageReference } from "@kit/model";

/** An image's name with everything that container runtimes fill in: `web` is `docker.io/library/web`. */
export function fullName({ repository }: ImageReference): string {
  const [first = "", ...rest] = repository.split("/");
  if (rest.length === 0) return `docker.io/library/${repository}`;
  const isRegistry = first === "localhost" || first.includes(".") || first.includes(":");
  return isRegistry ? repository : `docker.io/${repository}`;
}
