const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** RFC 3339 in UTC, as in `2027-03-01T12:00:00Z`, for files. */
export function timestamp(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}

/** `1 Mar`, in UTC. */
export function day(seconds: number): string {
  const date = new Date(seconds * 1000);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ""}`;
}

/** `1 Mar 2027`, in UTC. */
export function dayOfYear(seconds: number): string {
  return `${day(seconds)} ${new Date(seconds * 1000).getUTCFullYear()}`;
}

/** Whole days between two times, at least 0, as in `12 days`; hours below two days. */
export function duration(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  if (hours >= 48) return `${Math.floor(hours / 24)} days`;
  return hours === 1 ? "1 hour" : `${hours} hours`;
}
