/** A name that is safe as a file name and as an id: lower-case letters, digits and single dashes, never empty. */
export function slug(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "");
  return plain === "" ? "unnamed" : plain;
}
