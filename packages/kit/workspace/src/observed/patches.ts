import { syncBuiltinESMExports } from "node:module";

type Call = (this: unknown, ...args: unknown[]) => unknown;

/** Replacements in objects of the runtime, put back when they are disposed of. */
export interface Patches extends Disposable {
  /** Has a function told of before it is called; what is no function there stays. */
  readonly before: (
    object: object,
    names: readonly string[],
    tell: (args: readonly unknown[], name: string) => void,
  ) => void;
  /** Puts a value in the place of another one. */
  readonly replace: (object: object, name: string, value: unknown) => void;
  /** Has modules that imported a built-in module see what was replaced. */
  readonly publish: () => void;
}

/** Begins without any. */
export function patches(): Patches {
  const undo: (() => void)[] = [];
  const replace = (object: object, name: string, value: unknown): void => {
    const own = Object.getOwnPropertyDescriptor(object, name);
    if (own === undefined || own.configurable === false) return;
    Object.defineProperty(object, name, {
      value,
      writable: true,
      configurable: true,
      enumerable: own.enumerable ?? true,
    });
    undo.push(() => Object.defineProperty(object, name, own));
  };
  return {
    replace,
    before(object, names, tell) {
      for (const name of names) {
        const original: unknown = Reflect.get(object, name);
        if (typeof original !== "function") continue;
        replace(
          object,
          name,
          withTold(original as Call, (args) => tell(args, name)),
        );
      }
    },
    publish: syncBuiltinESMExports,
    [Symbol.dispose]() {
      for (const back of undo.toReversed()) back();
      syncBuiltinESMExports();
    },
  };
}

/** The same function, also as a class and with its properties, that tells its arguments first. */
function withTold(original: Call, tell: (args: readonly unknown[]) => void): unknown {
  return new Proxy(original, {
    apply(target, self, args: unknown[]) {
      tell(args);
      return Reflect.apply(target, self, args);
    },
    construct(target, args: unknown[], made) {
      tell(args);
      return Reflect.construct(target, args, made === undefined ? target : made) as object;
    },
  });
}
