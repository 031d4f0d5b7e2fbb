/** A service whose pods read a Secret. */
export interface SecretReader {
  readonly service: string;
  readonly secret: string;
  /** Undefined where it reads all keys. */
  readonly key: string | undefined;
}
