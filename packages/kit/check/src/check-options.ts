/** Values that some checks take. */
export interface CheckOptions {
  /** Where images may come from, such as `registry.example.com/shop`: what an image's name begins with. Default: anywhere. */
  readonly registries?: readonly string[];
}
