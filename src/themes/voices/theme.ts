/** The theme of publications in which people speak: each has a colour, and a speech bubble. */
import { defineTheme } from "../../theme/theme.ts";

export default defineTheme({
  firstFonts: ["fonts/inter-extrabold.ttf", "fonts/inter-semibold.ttf"],
});
