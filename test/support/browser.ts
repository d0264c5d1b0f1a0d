import { chromium as playwright } from "playwright-core";
import type { Browser } from "playwright-core";

/**
 * Starts the browser that comes as an npm package, with the libraries in it, so that the machine needs none. The package
 * unpacks these only where it takes itself to be in the cloud; what it sets for that is taken back here, and given to
 * the browser alone.
 */
export async function launchBrowser(): Promise<Browser> {
  const before = { ...process.env };
  process.env["AWS_EXECUTION_ENV"] = "AWS_Lambda_nodejs24.x";
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    const executablePath = await chromium.executablePath();
    const env = Object.fromEntries(
      Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    );
    return await playwright.launch({ executablePath, args: chromium.args, env });
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
