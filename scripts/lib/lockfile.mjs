// package-lock.json as data: what it lacks, and what must not be in it.

/** Folder of the package that `name` means for the package in `from`, as Node resolves it; undefined when there is none. */
function resolve(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    const candidate = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    if (candidate in packages) return candidate;
    if (folder === "") return undefined;
  }
}

/** What a lock entry asks for: [name, range, optional]. */
function wishes(entry) {
  const needed = ["dependencies", "devDependencies", "peerDependencies"].flatMap((kind) =>
    Object.entries(entry[kind] ?? {}),
  );
  const spared = entry.peerDependenciesMeta ?? {};
  return [
    ...needed
      .filter(([name]) => spared[name]?.optional !== true && !(name in (entry.optionalDependencies ?? {})))
      .map((wish) => [...wish, false]),
    ...Object.entries(entry.optionalDependencies ?? {}).map((wish) => [...wish, true]),
  ];
}

/** Dependencies without an entry: `npm ci` refuses a lock file that has one, even where the package is for another platform. */
export function gaps({ packages }) {
  return Object.entries(packages).flatMap(([from, entry]) =>
    wishes(entry)
      .filter(([name]) => resolve(packages, from, name) === undefined)
      .map(([name, range, optional]) => ({ from, name, range, optional })),
  );
}

/** Platform of a native package, by the convention of its name: `...-linux-x64-musl`. */
function platformOf(name) {
  const find = (words) => words.find((word) => name.split("-").includes(word));
  const os = find(["darwin", "linux", "win32", "freebsd", "android"]);
  const cpu = find(["arm64", "x64", "arm", "ia32", "riscv64", "s390x", "ppc64"]);
  const libc = { gnu: "glibc", musl: "musl" }[find(["gnu", "musl"])];
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(libc && os === "linux" && { libc: [libc] }) };
}

/** The lock file with an entry for every optional package that npm has dropped because it could not be fetched. */
export function withoutGaps(lock) {
  const added = gaps(lock)
    .filter(({ optional }) => optional)
    .map(({ from, name, range }) => [
      `node_modules/${name}`,
      {
        version: range,
        ...platformOf(name),
        license: lock.packages[from].license,
        optional: true,
        engines: lock.packages[from].engines,
      },
    ]);
  const packages = Object.fromEntries(
    [...Object.entries(lock.packages), ...added].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return { ...lock, packages };
}

/** Everything that is wrong with a lock file, one sentence each. */
export function lockProblems(lock, manifest) {
  const kinds = ["dependencies", "devDependencies", "optionalDependencies"];
  const differing = kinds.flatMap((kind) => {
    const [locked, wanted] = [lock.packages[""][kind] ?? {}, manifest[kind] ?? {}];
    return Object.keys({ ...locked, ...wanted })
      .filter((name) => locked[name] !== wanted[name])
      .map(
        (name) =>
          `${kind}.${name}: package.json says ${wanted[name]}, package-lock.json ${locked[name]}: run npm install`,
      );
  });
  const loose = kinds.flatMap((kind) =>
    Object.entries(manifest[kind] ?? {})
      .filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))
      .map(([name, range]) => `${kind}.${name}: ${range} is not an exact version`),
  );
  const missing = gaps(lock).map(
    ({ from, name, range, optional }) =>
      `${from || "the project"} wants ${name}@${range}, which has no entry: run ${optional ? "node scripts/fix-lock.mjs" : "npm install"}`,
  );
  const entries = Object.entries(lock.packages).filter(([path]) => path !== "");
  const hosts = entries
    .filter(([, { resolved }]) => resolved !== undefined)
    .map(([path]) => `${path} names a host in "resolved"`);
  const unproven = entries
    .filter(([, { integrity, optional }]) => integrity === undefined && optional !== true)
    .map(([path]) => `${path} has no integrity hash`);
  return [...differing, ...loose, ...missing, ...hosts, ...unproven];
}
