const NEVER = new Int32Array(new SharedArrayBuffer(4));
const PAUSE_MILLISECONDS = 5;

/** Lets the other end of a pipe get on, where reading and writing must not be asynchronous. */
export function pause(): void {
  Atomics.wait(NEVER, 0, 0, PAUSE_MILLISECONDS);
}
