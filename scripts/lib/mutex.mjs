// One process at a time: a folder with the owner's name in it. A folder is moved into place or not at all, and a dead
// owner's mark is deleted by exactly one of those who wait, so there is no moment in which two hold it.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const POLL_MILLISECONDS = 100;

/** When a process started, where the system tells: process numbers are reused, above all in containers. */
function startOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").pop().split(" ")[19];
  } catch {
    return "unknown";
  }
}

function isAlive({ pid, start }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return startOf(pid) === start;
}

/** Owner's mark in a lock folder, `pid-start`; undefined when the folder is free. */
function ownerOf(folder) {
  try {
    const mark = readdirSync(folder)[0];
    if (mark === undefined) return undefined;
    const [pid, start] = mark.split("-");
    return { mark, pid: Number(pid), start };
  } catch {
    return undefined;
  }
}

/** Removes a file or an empty folder; someone else may have been faster, or may hold it. */
function attempt(action) {
  try {
    action();
    return true;
  } catch (error) {
    if (["ENOENT", "ENOTEMPTY", "EEXIST", "EPERM"].includes(error.code)) return false;
    throw error;
  }
}

function tryAcquire(folder, mark) {
  const candidate = `${folder}.${mark}`;
  mkdirSync(candidate, { recursive: true });
  writeFileSync(join(candidate, mark), "");
  attempt(() => rmdirSync(folder));
  const acquired = attempt(() => renameSync(candidate, folder));
  if (!acquired) rmSync(candidate, { recursive: true, force: true });
  return acquired;
}

/**
 * Runs `work` while no other process holds `folder`.
 *
 * @param onWait called once with the process number of the owner, when there is one alive
 */
export function withMutex(folder, work, onWait, pause = sleep) {
  const mark = `${process.pid}-${startOf(process.pid)}`;
  let told = false;
  while (!tryAcquire(folder, mark)) {
    const owner = ownerOf(folder);
    if (owner === undefined) continue;
    if (!isAlive(owner)) {
      attempt(() => rmSync(join(folder, owner.mark)));
      continue;
    }
    if (!told) onWait(owner.pid);
    told = true;
    pause(POLL_MILLISECONDS);
  }
  try {
    return work();
  } finally {
    attempt(() => rmSync(join(folder, mark)));
    attempt(() => rmdirSync(folder));
  }
}

function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
