/** Why a text cannot be a part of a URL's path, such as a Role's name has to be. */
export function pathSegmentProblem(text: string): string | undefined {
  if (text === "." || text === "..") return "must not be a dot or two";
  return /[/%]/.test(text) ? "must not contain / or %" : undefined;
}
