/** A pull request, as text: what a preview is made for. Argo CD and Flux put its own values in the place of these. */
export interface PreviewRequest {
  /** Its number, such as `123`. A text, because nobody can calculate with it before it is there. */
  readonly number: string;
  /** Its last commit, 40 hexadecimal digits. */
  readonly commit: string;
  /** The beginning of the commit: 7 digits, as git and GitHub shorten it, or 8, as GitLab does. */
  readonly shortCommit: (length: 7 | 8) => string;
}

/** What there is to an environment that each pull request gets one of. */
export interface Preview {
  /** How many there may be at once. */
  readonly max: number;
  /** By the `name` of the overlay's image entry: the tag under which a pull request's own image is pushed. */
  readonly images: Readonly<Record<string, (request: PreviewRequest) => string>>;
  /** The environment of a pull request; `previewFor` asks it. */
  readonly of: (request: PreviewRequest) => unknown;
}

/** The request that the committed sample is rendered for. */
export const sampleRequest = requestOf("123", "0123456789abcdef0123456789abcdef01234567");

/**
 * Two requests that have no digit in common at any place: what differs between their environments, and only that, follows
 * from the request. Their numbers are as long as those of the largest repositories.
 */
export const triedRequests = [
  requestOf("1357913", "13579bdf02468ace13579bdf02468ace13579bdf"),
  requestOf("2468024", "02468ace13579bdf02468ace13579bdf02468ace"),
] as const;

export function isPreview(value: unknown): value is Preview {
  const { max, images, of } = (value ?? {}) as Partial<Preview>;
  return typeof max === "number" && typeof images === "object" && images !== null && typeof of === "function";
}

export function requestOf(number: string, commit: string): PreviewRequest {
  return { number, commit, shortCommit: (length) => commit.slice(0, length) };
}
