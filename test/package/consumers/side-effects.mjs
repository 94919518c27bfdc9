// Prints what importing the paths on the command line changes in the world around them.
const builtins = [
  globalThis,
  Object,
  Array,
  Map,
  Set,
  Date,
  Number,
  String,
  Math,
  JSON,
  Intl,
  Promise,
  Error,
];
const watched = builtins.flatMap((builtin) => (builtin.prototype ? [builtin, builtin.prototype] : [builtin]));
const snapshot = () =>
  watched.map((object) =>
    Reflect.ownKeys(object).map((key) => [key, Object.getOwnPropertyDescriptor(object, key)]),
  );

const before = snapshot();
const resources = process.getActiveResourcesInfo().length;
for (const path of process.argv.slice(2)) await import(path);
const after = snapshot();

const changed = after.flatMap((entries, at) =>
  entries
    .filter(([key, now]) => {
      const then = before[at].find(([name]) => name === key)?.[1];
      return (
        then === undefined ||
        !Object.is(then.value, now.value) ||
        then.get !== now.get ||
        then.set !== now.set
      );
    })
    .map(([key]) => String(key)),
);
console.log(JSON.stringify({ changed, resources: process.getActiveResourcesInfo().length - resources }));
