/** Whether two URLs are of one Git repository, as Argo CD compares them: without case and `.git`, over ssh without the scheme. */
export function isSameRepository(one: string, other: string): boolean {
  return normalUrl(one) === normalUrl(other);
}

/** `git@github.com/example/manifests` of `ssh://git@github.com/example/manifests.git` and of its short form. */
export function normalUrl(url: string): string {
  const lower = url.trim().toLowerCase();
  const [, user, rest] = /^([^/@:]+@[^/:]+):(?!\/\/)(.*)$/.exec(lower) ?? [];
  const full = user === undefined ? lower : `${user}/${rest}`;
  return full.replace(/\.git$/, "").replace(/^ssh:\/\//, "");
}
