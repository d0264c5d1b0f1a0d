/** The comment by which an .nfg file says what its form cannot: that both players are one population. */
export const symmetricComment = "symmetric: one population plays against itself";
