/** Why a text cannot name an environment variable: Kubernetes takes every printable ASCII character but `=`. */
export function environmentVariableProblem(text: string): string | undefined {
  if (text === "") return "must not be empty";
  return /^[ -<>-~]+$/.test(text) ? undefined : "must consist of printable ASCII characters other than =";
}
