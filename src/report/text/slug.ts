/** A name that is safe as a file name and as an id: lower-case letters, digits and single dashes, never empty. */
export function slug(text: string): string {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  return plain === "" ? "unnamed" : plain;
}
