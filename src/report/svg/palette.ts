/** Colours of Okabe and Ito, distinct in every common form of colour blindness; none is ever the only carrier. */
export const PALETTE = {
  blue: "#0072b2",
  vermillion: "#c84e00",
  green: "#007a5a",
  purple: "#a8437f",
  sky: "#56b4e9",
  orange: "#e69f00",
  ink: "#1f2328",
  grey: "#59636e",
  line: "#c9ced4",
  mist: "#f1f3f5",
  paper: "#ffffff",
} as const;

/** By player, in the order of the game. */
export const PLAYER_COLOURS = [PALETTE.blue, PALETTE.vermillion] as const;
/** Light fills of the same hues. */
export const PLAYER_TINTS = ["#d6e8f4", "#fbe3d3"] as const;
