// Runs after every `npm ci` and `npm install`: npm under an old Node skips native packages that ask for a newer one, and
// the project brings that newer Node along. Nothing to do when the bootstrap has started npm and looks after that itself.
import { heal } from "./lib/bootstrap.mjs";
import { IN_CHARGE } from "./lib/npm.mjs";

if (process.env[IN_CHARGE] === undefined) heal();
