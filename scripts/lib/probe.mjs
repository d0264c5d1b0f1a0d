// Run under the project's Node after an install: loads the parts that are native, big or both.
// The names are not written as imports, since three of them belong to dependencies of dependencies.
for (const name of ["@nomicfoundation/edr", "hardhat/config", "solc", "tsx/esm/api"]) {
  try {
    await import(name);
  } catch (error) {
    console.error(`  ${name}: ${String(error.message).split("\n")[0]}`);
    process.exitCode = 1;
  }
}
