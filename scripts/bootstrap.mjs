#!/usr/bin/env node
// Installs dependencies and compiles contracts when that is needed; every npm script does this by itself.
import { bootstrap } from "./lib/bootstrap.mjs";

bootstrap();
