// Runs after a plain `npm ci` or `npm install`: npm under an old Node skips native packages that ask for a newer one, and
// the project brings that newer Node along.
import { heal } from "./lib/bootstrap.mjs";

heal();
